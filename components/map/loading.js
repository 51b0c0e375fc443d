// What is fetched once per page and kept: plotly.js, the stylesheet, the layers of shapes.
const layers = new Map();

/** Load a script unless Plotly is there already. Rejects with its address. */
export const script = (address) =>
  new Promise((resolve, reject) => {
    if (window.Plotly) return resolve();
    const tag = document.createElement("script");
    tag.src = address;
    tag.onload = resolve;
    tag.onerror = () => reject(new Error(`${address}`));
    document.head.append(tag);
  });

export const style = (address) => {
  if (document.querySelector(`link[href="${address}"]`)) return;
  const tag = document.createElement("link");
  Object.assign(tag, { rel: "stylesheet", href: address });
  document.head.append(tag);
};

const json = async (address) => {
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return await answer.json();
  } catch (error) {
    throw new Error(`${address} (${error.message})`);
  }
};

/** A layer of shapes, fetched once: {url, ids, points, names}. Plotly finds it under the same address. */
export const layerOf = (address) => {
  if (!layers.has(address)) {
    const loading = json(address).then((collection) => {
      const store = (window.PlotlyGeoAssets ??= { topojson: {} });
      store[address] = collection;
      return {
        url: address,
        ids: collection.features.map((feature) => feature.id),
        points: Object.fromEntries(collection.features.map(({ id, properties: p }) => [id, [p.label_lon, p.label_lat]])),
        names: Object.fromEntries(collection.features.map(({ id, properties }) => [id, properties.name])),
      };
    });
    loading.catch(() => layers.delete(address));
    layers.set(address, loading);
  }
  return layers.get(address);
};

"""The picture of the News page: articles by month."""

from components.figures import density, news_answer
from components.pictures.picture import Picture, sized
from components.reader import wanted
from components.reader.choice import Choice
from components.words import word
from data.analysis import news
from data.output.drawing import columns, tones
from data.output.drawing.columns import Column, Part
from data.package import articles


def draw(choice: Choice) -> Picture:
    """Bars whose height grows with the square root of the number above them; those of the period stand out."""
    asked = wanted.news(choice)
    counts = news.by_month(asked)
    first, last = asked.since or counts["month"].iloc[0], asked.until or counts["month"].iloc[-1]
    drawn = [_column(count, is_chosen=first <= month <= last) for month, count in counts.itertuples(index=False)]
    years = {place: month[:4] for place, month in enumerate(counts["month"]) if month.endswith("-01")}
    end = float(counts["articles"].max()) ** 0.5
    alt = density.alt(counts)
    found = articles.snippets(asked).drop_duplicates("article_id")
    return sized(
        headline=news_answer.of(asked),
        title=word("picture.news"),
        source=word("picture.of_articles"),
        description=alt,
        svg=columns.draw(drawn, years, alt, end),
        rows=found[["published", "publisher", "title"]]
        .astype(str)
        .set_axis([word("news.from"), word("news.publisher"), word("news.title")], axis=1)
        .reset_index(drop=True),
    )


def _column(count: int, *, is_chosen: bool) -> Column:
    tone = tones.FIVE if is_chosen else tones.OTHER
    return Column([Part(float(count) ** 0.5, tone)], str(count)) if count else Column([])

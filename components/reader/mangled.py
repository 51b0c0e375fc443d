"""The parts of a link as people mangle them: mail programs, chat, search engines and hands leave their marks on it.

Here only what can be told without knowing what a part means: whose name it is, where a value ends, what trackers have
hung on. Values that may be read in more than one way are tried in turn by `link.read`. What is not certain is left as
it is, and answered in words."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote

# What others hang on to every link that is shared: by the start of the name, or the whole of it.
TRACKERS = (
    "utm_",
    "pk_",
    "mtm_",
    "piwik_",
    "matomo_",
    "hsa_",
    "fb_",
    "ga_",
    "gad_",
    "mc_",
    "oly_",
    "vero_",
    "_hs",
    "hscta",
)
TRACKER = frozenset(
    [
        "_bta_c",
        "_bta_tid",
        "_ga",
        "_gac",
        "_gl",
        "_ke",
        "_openstat",
        "cmpid",
        "dclid",
        "dm_i",
        "ef_id",
        "epik",
        "fbclid",
        "gbraid",
        "gclid",
        "gclsrc",
        "guccounter",
        "igsh",
        "igshid",
        "li_fat_id",
        "mkt_tok",
        "msclkid",
        "ncid",
        "rdt_cid",
        "ref",
        "ref_src",
        "ref_url",
        "s_cid",
        "s_kwcid",
        "sc_cid",
        "share",
        "si",
        "spm",
        "srsltid",
        "trk",
        "ttclid",
        "twclid",
        "wbraid",
        "wickedid",
        "yclid",
        "ymclid",
        "ysclid",
        "zanpid",
    ]
)
MOST_READ, LONGEST_TRIED = 40, 200
# What stands around an address in a text, and never around a value of ours.
_AROUND = " \t\r\n\f\v.,;:!?)]}>'\"»›”’“‘„«‹`*_/|\\"
_BEFORE_NAME = re.compile(r"(?:\s|[?&;]|amp;)+", re.IGNORECASE)
_SOFT_BREAK = re.compile(r"=?\s+|^3D|^=", re.IGNORECASE)


@dataclass(frozen=True)
class Parts:
    """What a link says: values by name, what nothing is known of, names with several values (the last is taken)."""

    values: dict[str, str]
    unknown: list[str]
    doubled: list[str]


def mend(params: Mapping[str, str | Sequence[str]], known: Collection[str], texts: Collection[str]) -> Parts:
    """The parts of a link under the names that are `known`; `texts` are those whose value may be anything."""
    found: dict[str, list[str]] = {}
    unknown: dict[str, None] = {}
    for given, values in params.items():
        for value in dict.fromkeys([values] if isinstance(values, str) else values[-MOST_READ:]):
            for name, one in _split(given, value, known, texts):
                if name in known:
                    found.setdefault(name, []).append(one)
                elif name and not is_tracker(name):
                    unknown[name] = None
    said = {name: list(filter(None, values)) for name, values in found.items()}
    return Parts(
        {name: values[-1] if values else "" for name, values in said.items()},
        list(unknown),
        [name for name, values in said.items() if len({trimmed(one).casefold() for one in values}) > 1],
    )


def is_tracker(name: str) -> bool:
    """Whether a part was hung on by somebody who counts visits."""
    low = name.lower()
    return low in TRACKER or low.startswith(TRACKERS)


def clean_name(given: str, known: Collection[str]) -> str:
    """A name as we write it, where it can be told; else as it was given."""
    if given in known or len(given) > LONGEST_TRIED:
        return given
    name = _BEFORE_NAME.sub("", unquote(given), count=1) if _BEFORE_NAME.match(given) else unquote(given)
    name = name.strip()
    return name.lower() if name.lower() in known else name if is_tracker(name) else given


def trimmed(value: str) -> str:
    """A value without what the text around the link has left at its end; as it is where nothing else would remain."""
    return value.strip().rstrip(_AROUND) or value


def meant(value: str) -> Iterator[str]:
    """Other ways to read a value, the likeliest first: encoded twice, broken by a mail program, in other letters."""
    if len(value) > LONGEST_TRIED:
        return
    whole = trimmed(unquote(unquote(value)))
    unbroken = trimmed(_SOFT_BREAK.sub("", whole))
    yield from dict.fromkeys(one for one in (whole, whole.lower(), unbroken, unbroken.lower()) if one != value)


def _split(given: str, value: str, known: Collection[str], texts: Collection[str]) -> list[tuple[str, str]]:
    """Name and value; several where signs between them were encoded, so that parts of ours came as one."""
    name = clean_name(given, known)
    own, sign, rest = value.partition("&")
    whole: list[tuple[str, str]] = []
    if name in known and name not in texts and sign:
        whole = [(name, own)]
    elif name not in known and any(one in unquote(given) for one in "=&"):
        rest = unquote(given) + (f"={value}" if value else "")
    else:
        return [(name, value)]
    more = _parsed(rest, known)
    return [*whole, *more] if any(one in known for one, _ in more) else [(name, value)]


def _parsed(text: str, known: Collection[str]) -> list[tuple[str, str]]:
    pairs = parse_qsl(text[: MOST_READ * LONGEST_TRIED], keep_blank_values=True)
    return [(clean_name(name, known), value) for name, value in pairs]

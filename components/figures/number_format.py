"""Numbers as figures and widgets print them: as sentences of the data do (`data/subjects/number_format.py`)."""

from data.subjects.number_format import LARGER, MINUS, exact, few_digits, plain, separators, short, show, spoken

__all__ = ["LARGER", "MINUS", "exact", "few_digits", "plain", "separators", "short", "show", "spoken"]

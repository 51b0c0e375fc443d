"""The few colours of the figures on minerals: each reads on white and on dark, and none says anything by itself."""

# Central Asia, what is singled out, all others; paler steps of grey tell neighbours apart.
FIVE, CHOSEN, OTHER = "#16877f", "#c8501e", "#8a929c"
FIVE_PALE = "rgba(22, 135, 127, 0.5)"
GREYS = ("#7c8590", "#a3abb5", "#929ba5", "#b7bec7", "#6d7681")
PALE = "rgba(138, 146, 156, 0.45)"
GRID = "rgba(138, 146, 156, 0.35)"
BAND = "rgba(200, 80, 30, 0.12)"
CLEAR = "rgba(0, 0, 0, 0)"
HATCH = "/"

"""The table and the plots, out of the figures of all runs."""
import statistics

# Name, unit, budget and aim as docs/performance.md explains them, decimals.
ROWS = [
    ("first frame", "ms", "120, aim 75", 0),
    ("idle memory", "MB", "75", 0),
    ("idle CPU", "%", "0.1", 2),
    ("idle bytes", "bytes", "0", 0),
    ("bytes a token", "bytes", "25, aim 16", 1),
    ("CPU for 1,000 tokens", "s", "0.3, aim 0.16", 2),
    ("first question: Enter to request", "ms", "", 1),
    ("Enter to request", "ms", "5, aim 2", 1),
    ("first token", "ms", "5, aim 2", 1),
    ("key echo p50", "ms", "1", 2),
    ("key echo p99", "ms", "8", 2),
    ("20,000 tokens", "s", "0.7", 2),
    ("20,000 tokens whole", "of runs", "all", 0),
    ("memory at the end", "MB", "", 0),
]


def summary(runs):
    """One value a figure: the median over runs; echoes and turns of all runs together; counts as counts."""
    out = {}
    for name in runs[0]:
        all_values = [value for run in runs for value in values(run, name)]
        if name == "key echo":
            all_values.sort()
            out["key echo p50"] = statistics.median(all_values)
            out["key echo p99"] = all_values[min(len(all_values) - 1, int(0.99 * len(all_values)))]
        elif name == "20,000 tokens whole":
            out[name] = sum(all_values)
        else:
            out[name] = statistics.median(all_values)
    return out


def values(run, figure):
    """All values of a figure in one run: none, one or several."""
    found = run.get(figure, [])
    return found if isinstance(found, list) else [found]


def table(summaries):
    """Markdown: a row a figure, a column a program, and the ratio of the first program to the last."""
    names = list(summaries)
    lines = ["| | " + " | ".join(names) + " | ratio to the raw client | budget |",
             "|---|" + "---|" * (len(names) + 2)]
    for figure, unit, budget, decimals in ROWS:
        cells = [cell(summaries[name].get(figure), decimals) for name in names]
        lines.append(f"| {figure} ({unit}) | " + " | ".join(cells) + f" | {ratio(summaries, figure)} | {budget} |")
    return "\n".join(lines) + "\n"


def cell(value, decimals):
    return "" if value is None else f"{value:.{decimals}f}"


def ratio(summaries, figure):
    mine, raw = summaries.get("here", {}).get(figure), summaries.get("raw client", {}).get(figure)
    return f"{mine / raw:.1f}" if mine is not None and raw else ""


def steps(title, unit, series):
    """An SVG with each series as its sorted values: what share of the measurements was at most so much."""
    width, height, left, top = 640, 320, 60, 40
    most = max(max(values) for values in series.values()) or 1
    colours = ["#0b6", "#06c", "#c60", "#808"]
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height + 60}" '
             f'font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>'
             f'<text x="{left}" y="20" font-size="14">{title}</text>']
    plot_width, plot_height = width - left - 20, height - top - 20
    for share in (0, 0.25, 0.5, 0.75, 1):
        y = top + plot_height * (1 - share)
        parts.append(f'<line x1="{left}" y1="{y:.1f}" x2="{left + plot_width}" y2="{y:.1f}" stroke="#ddd"/>'
                     f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{share * 100:.0f} %</text>')
        x = left + plot_width * share
        parts.append(f'<text x="{x:.1f}" y="{top + plot_height + 18}" text-anchor="middle">{most * share:.3g} {unit}</text>')
    for number, (name, values) in enumerate(series.items()):
        ordered = sorted(values)
        points = " ".join(f"{left + plot_width * value / most:.1f},{top + plot_height * (1 - (at + 1) / len(ordered)):.1f}"
                          for at, value in enumerate(ordered))
        colour = colours[number % len(colours)]
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
                     f'<rect x="{left + 170 * number}" y="{height + 20}" width="12" height="12" fill="{colour}"/>'
                     f'<text x="{left + 170 * number + 18}" y="{height + 31}">{name}</text>')
    return "".join(parts) + "</svg>\n"

"""A comparison as plain text, to stand in an agenda or a mail."""

from collections.abc import Iterator

from indsatser.queries.forskel import Forskelslinje, Ophav, Sammenligning
from sundhedsaftale.faelles.dansk import dato, dato_kl


def som_tekst(sammenligning: Sammenligning) -> str:
    """Return the whole comparison, a heading for each kind and a line for each thing that differs."""
    return "\n".join(_linjer(sammenligning)) + "\n"


def _linjer(sammenligning: Sammenligning) -> Iterator[str]:
    fra, til = sammenligning.fra, sammenligning.til
    yield f"{sammenligning.organ or sammenligning.aftale}: ændringer fra {fra.navn} til {til.navn}"
    yield f"({dato_kl(fra.naar)} – {dato_kl(til.naar)})"
    if not sammenligning.antal:
        yield ""
        yield "Ingen ændringer."
    for gruppe in sammenligning.viste:
        yield ""
        yield f"{gruppe.navn} ({gruppe.antal})"
        for forskel in gruppe.forskelle:
            yield f"- {forskel.titel}" + (f" ({forskel.organ})" if forskel.organ else "")
            for ophav, linjer in forskel.akter:
                yield f"  - {'; '.join(map(_linje, linjer))} [{_ophav(ophav)}]"


def _linje(linje: Forskelslinje) -> str:
    return f"{linje.felt}: {linje.foer} → {linje.efter or '(intet)'}" if linje.foer else f"{linje.felt}: {linje.efter}"


def _ophav(ophav: Ophav) -> str:
    dele = [dato(ophav.hvornaar), ophav.hvem]
    if ophav.beslutning is not None:
        dele.append(f"besluttet: {ophav.beslutning.tekst}")
    elif ophav.hvorfor:
        dele.append(ophav.hvorfor)
    return "; ".join(filter(None, dele))

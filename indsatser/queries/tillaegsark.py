"""The portfolio as a sheet in the tillæg's own layout, from the same rows as the page."""

from collections.abc import Iterator, Sequence

from indsatser.queries.afsnit import Afsnit, Del, Portefoelje, Raekke
from sundhedsaftale.faelles.regnearkskrivning import Ark, Linje, Vaerdi

MAAL, INDSATS, FOERSTE_AAR = 0, 1, 2


def tillaegsark(portefoelje: Portefoelje, *, titel: str, note: str) -> Ark:
    """Body by body: new initiatives beside their målsætninger, existing ones apart; X under the years, and the sums."""
    aarraekke = portefoelje.aar
    hoved = Linje(("Målsætning", "Indsats", *aarraekke), stil="hoved")
    return Ark(
        navn="Portefølje",
        linjer=[
            Linje((titel,), stil="titel"),
            Linje((note,), stil="note"),
            hoved,
            *(linje for afsnit in portefoelje.afsnit for linje in _afsnit(afsnit, aarraekke)),
        ],
        bredder=(52, 52, *(8 for _ in aarraekke)),
        frosne=(3, 0),
        midt=FOERSTE_AAR,
    )


def _afsnit(afsnit: Afsnit, aarraekke: Sequence[int]) -> Iterator[Linje]:
    for del_ in afsnit.dele:
        yield Linje()
        organ = str(afsnit.organ) if not afsnit.spejlet else f"{afsnit.organ} (følger {afsnit.kilde})"
        tomme: list[Vaerdi] = [None] * (len(aarraekke) - 1)
        sidste = FOERSTE_AAR + len(aarraekke) - 1
        yield Linje(
            (organ, None, "RESSOURCETRÆK", *tomme), stil="afsnit", flet=((MAAL, INDSATS), (FOERSTE_AAR, sidste))
        )
        foerste, flet = ("Målsætning", ()) if del_.er_ny else ("Eksisterende indsatser", ((MAAL, INDSATS),))
        yield Linje((foerste, "Indsats" if del_.er_ny else None, *aarraekke), stil="hoved", flet=flet)
        for raekke in del_.raekker:
            yield _raekke(del_, raekke, aarraekke, flet)
        yield Linje(("I alt", None, *(del_.summer.get(aar) for aar in aarraekke)), stil="sum", flet=((MAAL, INDSATS),))


def _raekke(del_: Del, raekke: Raekke, aarraekke: Sequence[int], flet: Sequence[tuple[int, int]]) -> Linje:
    titel = f"{raekke.titel} (afsluttet)" if raekke.afsluttet else raekke.titel
    planlagte = {celle.aar for celle in raekke.celler if celle.planlagt}
    kryds = ("X" if aar in planlagte else None for aar in aarraekke)
    if del_.er_ny:
        return Linje(("\n".join(raekke.maalsaetninger), titel, *kryds), stil="raekke")
    return Linje((titel, None, *kryds), stil="raekke", flet=flet)

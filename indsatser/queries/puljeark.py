"""A pool as a sheet: its lines as they stand on the page, the sums, and whether it closes."""

from indsatser.queries.pulje import Puljeopgoerelse
from indsatser.queries.puljeside import Puljeside
from sundhedsaftale.faelles.regnearkskrivning import Ark, Linje

_HOVED = (
    "Nr.",
    "Går til",
    "Slags",
    "Bevilling",
    "Tilstand",
    "Mio. kr.",
    "Fra år",
    "Til og med år",
    "Nævner et andet år",
    "Kildens ordlyd",
)


def puljeark(side: Puljeside, *, note: str) -> Ark:
    """Line by line in the pool's own order, ongoing first; what has lapsed stands there and counts nothing."""
    pulje = side.opgoerelse.pulje
    return Ark(
        navn="Pulje",
        linjer=[
            Linje((str(pulje),), stil="titel"),
            Linje((note,), stil="note"),
            Linje((side.opgoerelse.dom,), stil="note"),
            Linje(_HOVED, stil="hoved"),
            *(
                Linje(
                    (
                        et.linje.raekkefoelge,
                        et.linje.titel,
                        gruppe.navn,
                        et.linje.get_bevilling_display() if et.linje.bevilling else None,
                        et.linje.get_tilstand_display(),
                        et.linje.beloeb,
                        et.linje.fra_aar,
                        et.linje.til_aar,
                        "ja" if et.andet_aar else None,
                        et.linje.ordlyd or None,
                    ),
                    stil="raekke",
                )
                for gruppe in side.grupper
                for et in gruppe.linjer
            ),
            *_summer(side),
        ],
        bredder=(6, 52, 15, 18, 13, 10, 9, 9, 12, 52),
        frosne=(4, 0),
        midt=len(_HOVED),
    )


def _summer(side: Puljeside) -> list[Linje]:
    opgoerelse = side.opgoerelse
    poster = [(gruppe.navn, gruppe.sum) for gruppe in side.grupper]
    poster += [("Frit", opgoerelse.fri), ("I alt", opgoerelse.i_alt), ("Puljen", opgoerelse.pulje.beloeb)]
    poster += [(_forskelsnavn(opgoerelse), opgoerelse.forskel)] if not opgoerelse.gaar_op else []
    return [Linje((None, navn, None, None, None, beloeb), stil="sum") for navn, beloeb in poster]


def _forskelsnavn(opgoerelse: Puljeopgoerelse) -> str:
    return "For meget" if opgoerelse.difference > 0 else "Mangler"

"""A reading as the plain data that `laes_portefoelje --json` prints, and as the data that a page carries on."""

from typing import Any

from indsatser.laesning.dele import LaestPortefoelje, LaestRaekke, Tekstlinje


def som_json(laest: LaestPortefoelje) -> dict[str, Any]:
    """Return lists and dicts. Tasks that no body has stand among what was not understood: they are rows of no table."""
    ikke_forstaaet = sorted([*laest.ikke_placerede, *laest.ikke_forstaaet], key=lambda linje: linje.linje)
    return {
        "aar": list(laest.aar),
        "raekker": [
            {
                "organ": raekke.organ,
                "slags": raekke.slags,
                "maalsaetninger": list(raekke.maalsaetninger),
                "indsats": raekke.indsats,
                "aar": list(raekke.aar),
            }
            for raekke in laest.raekker
        ],
        "ikke_forstaaet": [{"linje": linje.linje, "tekst": linje.tekst} for linje in ikke_forstaaet],
    }


def som_data(laest: LaestPortefoelje) -> list[Any]:
    """The whole reading, short, for `fra_data`."""
    return [
        list(laest.aar),
        [
            [r.linje, r.organ, r.slags, list(r.maalsaetninger), r.indsats, list(r.aar), list(r.kolonner)]
            for r in laest.raekker
        ],
        [[linje.linje, linje.tekst] for linje in laest.ikke_placerede],
        [[linje.linje, linje.tekst] for linje in laest.ikke_forstaaet],
    ]


def fra_data(data: list[Any]) -> LaestPortefoelje:
    """The reading that `som_data` wrote."""
    aar, raekker, ikke_placerede, ikke_forstaaet = data
    return LaestPortefoelje(
        tuple(aar),
        tuple(
            LaestRaekke(linje, organ, slags, tuple(maal), indsats, tuple(aar), tuple(kolonner))
            for linje, organ, slags, maal, indsats, aar, kolonner in raekker
        ),
        tuple(Tekstlinje(*linje) for linje in ikke_placerede),
        tuple(Tekstlinje(*linje) for linje in ikke_forstaaet),
    )

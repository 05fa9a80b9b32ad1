"""What all regions build their bodies of: levels, kinds of bodies, roles and competences, as tables to read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from organisering.models import Kompetence, Niveau, Organtype, Rolle
from sundhedsaftale.faelles.dansk import sorteringsnoegle

Grundobjekt = Niveau | Organtype | Rolle | Kompetence


@dataclass(frozen=True)
class Slags:
    """One of the four nouns. `brugt` are the relations whose rows hold one of it fast, with what they are called."""

    noegle: str
    model: type[Grundobjekt]
    flertal: str
    ny: str
    hvad: str
    kolonner: tuple[str, ...]
    celler: Callable[[Any], Iterable[str]]
    brugt: dict[str, tuple[str, str]]
    hent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Raekke:
    """`brugt` says by what, such as "4 organer"; empty when it is free to delete."""

    objekt: Grundobjekt
    celler: tuple[str, ...]
    brugt: str


@dataclass(frozen=True, slots=True)
class Afsnit:
    slags: Slags
    raekker: list[Raekke]


def _navne(objekter: QuerySet[Any]) -> str:
    return ", ".join(sorted((objekt.navn for objekt in objekter.all()), key=sorteringsnoegle))


def _rettigheder(rolle: Rolle) -> str:
    return ", ".join(ord_ for ord_, har in (("Formand", rolle.er_formand), ("Sekretær", rolle.er_sekretaer)) if har)


SLAGS = {
    slags.noegle: slags
    for slags in (
        Slags(
            "niveauer",
            Niveau,
            "Niveauer",
            "Nyt niveau",
            "Stigens trin. Nummer 1 står øverst.",
            ("Nummer",),
            lambda niveau: (str(niveau.nummer),),
            {"organtyper": ("type", "typer")},
        ),
        Slags(
            "organtyper",
            Organtype,
            "Organtyper",
            "Ny organtype",
            "Hvilke slags organer der er, hvilket niveau de hører til, og hvad de skal opfylde.",
            ("Niveau", "Formandskab", "Skal rumme kompetencer i", "Skal have medlemmer fra", "Rettigheder"),
            lambda type_: (
                str(type_.niveau),
                type_.get_formandskab_display(),
                _navne(type_.kraevede_kompetencer),
                _navne(type_.medlemmer_fra),
                "Sekretariat" if type_.er_sekretariat else "",
            ),
            {"organer": ("organ", "organer"), "sender_medlemmer_til": ("anden type", "andre typer")},
            ("niveau", "kraevede_kompetencer", "medlemmer_fra"),
        ),
        Slags(
            "roller",
            Rolle,
            "Roller",
            "Ny rolle",
            "Hvad et medlem kan være i et organ.",
            ("Part", "Rettigheder"),
            lambda rolle: (rolle.get_side_display() if rolle.side else "", _rettigheder(rolle)),
            {"medlemskaber": ("plads", "pladser")},
        ),
        Slags(
            "kompetencer",
            Kompetence,
            "Kompetencer",
            "Ny kompetence",
            "Hvad medlemmer bringer med, og hvad en type kan kræve.",
            (),
            lambda kompetence: (),
            {"organtyper": ("type", "typer"), "medlemskaber": ("plads", "pladser")},
        ),
    )
}


def laes_grunddata() -> list[Afsnit]:
    """Every row of the four nouns with what uses it; the number of queries does not grow with the rows."""
    return [
        Afsnit(slags, [Raekke(objekt, tuple(slags.celler(objekt)), brugt_af(slags, objekt)) for objekt in _laes(slags)])
        for slags in SLAGS.values()
    ]


def brugt_af(slags: Slags, objekt: Grundobjekt) -> str:
    """Say how many rows use one that was read with its counts, or ask for them."""
    dele = []
    for relation, (en, flere) in slags.brugt.items():
        antal = getattr(objekt, f"antal_{relation}", None)
        if antal is None:
            antal = getattr(objekt, relation).count()
        if antal:
            dele.append(f"{antal} {en if antal == 1 else flere}")
    return " og ".join(dele)


def _laes(slags: Slags) -> Iterable[Any]:
    antal = {f"antal_{relation}": Count(relation, distinct=True) for relation in slags.brugt}
    objekter = slags.model.objects.annotate(**antal).prefetch_related(*slags.hent)
    if slags.model is Niveau:
        return objekter.order_by("nummer")
    return sorted(objekter, key=lambda objekt: (getattr(objekt, "niveau_id", 0), sorteringsnoegle(objekt.navn)))

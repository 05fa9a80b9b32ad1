"""Organisations, bodies, their areas and the roles in them."""

from organisering.models import Kompetence, Niveau, Organ, Organisation, Organomraade, Organtype, Rolle
from rapportering.grunddata.tabel import AARSAG, dato, eventuel, gem, ja, laes, noegler
from sundhedsaftale.faelles.historik import begrundet


def indlaes_organisationer() -> dict[str, Organisation]:
    organisationer: dict[str, Organisation] = {}
    for raekke in laes("organisationer"):
        organisationer[raekke["noegle"]] = gem(
            Organisation(
                navn=raekke["navn"],
                slags=raekke["slags"],
                kode=raekke["officiel_kode"],
                aliasser="\n".join(noegler(raekke["aliaser"])),
                region=eventuel(organisationer, raekke["hoerer_til"]),
                kilde=raekke["kilde"],
            )
        )
    return organisationer


def indlaes_organtyper() -> dict[str, Organtype]:
    """Insert levels, competences and types. A type stands below those its bodies take members from."""
    niveauer = {
        raekke["nummer"]: gem(Niveau(nummer=int(raekke["nummer"]), navn=raekke["navn"])) for raekke in laes("niveauer")
    }
    kompetencer = {raekke["noegle"]: gem(Kompetence(navn=raekke["navn"])) for raekke in laes("kompetencer")}
    typer: dict[str, Organtype] = {}
    for raekke in laes("organtyper"):
        organtype = Organtype(
            navn=raekke["navn"],
            slug=raekke["noegle"],
            niveau=niveauer[raekke["niveau"]],
            formandskab=raekke["formandskab"],
            er_sekretariat=ja(raekke["er_sekretariat"]),
        )
        organtype.full_clean()
        typer[raekke["noegle"]] = begrundet(organtype, AARSAG).gem_med(
            kraevede_kompetencer=[kompetencer[noegle] for noegle in noegler(raekke["kompetencer"])],
            medlemmer_fra=[typer[noegle] for noegle in noegler(raekke["medlemmer_fra"])],
        )
    return typer


def indlaes_organer(organisationer: dict[str, Organisation]) -> dict[str, Organ]:
    """Insert types and bodies. A body stands below the bodies it names."""
    typer = indlaes_organtyper()
    organer: dict[str, Organ] = {}
    for nummer, raekke in enumerate(laes("organer"), start=1):
        organer[raekke["noegle"]] = gem(
            Organ(
                navn=raekke["navn"],
                kortnavn=raekke["kort_navn"],
                slug=raekke["noegle"],
                type=typer[raekke["type"]],
                region=organisationer[raekke["region"]],
                speciale=raekke["specialitet"],
                raekkefoelge=nummer,
                refererer_til=eventuel(organer, raekke["refererer_til"]),
                spejler=eventuel(organer, raekke["spejler"]),
                forgaenger=eventuel(organer, raekke["afloeser"]),
                moedes_efter=eventuel(organer, raekke["moedes_efter"]),
                beslutningsregler=raekke["beslutningsregler"],
                gyldig_fra=dato(raekke["gaelder_fra"]),
                gyldig_til=dato(raekke["gaelder_til"]),
                verificeret=ja(raekke["verificeret"]),
                kilde=raekke["kilde"],
            )
        )
    return organer


def indlaes_omraader(organer: dict[str, Organ], organisationer: dict[str, Organisation]) -> None:
    for raekke in laes("omraader"):
        gem(
            Organomraade(
                organ=organer[raekke["organ"]],
                organisation=organisationer[raekke["organisation"]],
                verificeret=ja(raekke["verificeret"]),
                kilde=raekke["kilde"],
            )
        )


def indlaes_roller() -> dict[str, Rolle]:
    return {
        raekke["noegle"]: gem(
            Rolle(
                navn=raekke["navn"],
                slug=raekke["noegle"],
                er_formand=ja(raekke["er_formand"]),
                er_sekretaer=ja(raekke["er_sekretaer"]),
                side=raekke["side"],
            )
        )
        for raekke in laes("roller")
    }

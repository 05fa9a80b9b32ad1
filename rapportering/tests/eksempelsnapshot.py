"""A constructed snapshot in the shape of `docs/afrapportering.md`; its figures belong to no real indicator."""

from typing import Any

AAR = [2019, 2020, 2021, 2022, 2023]


def maaltal(betegnelse: str, **felter: Any) -> dict[str, Any]:
    return {
        "betegnelse": betegnelse,
        "hvem": "Unge i Region Eksempel, 16-24 år",
        "maal": "højst 10 %",
        "maalgraense": "10",
        "basis": {"vaerdi": "14,5 %", "aar": 2017, "kilde": "Opdigtet kilde A"},
        "seneste": {"vaerdi": "12,3 %", "aar": 2021, "kilde": "Opdigtet kilde B"},
        "maalinger": [
            {"aar": 2017, "vaerdi": "14,5 %", "tal": "14.5", "databrud": False},
            {"aar": 2021, "vaerdi": "12,3 %", "tal": "12.3", "databrud": False},
        ],
        "tilstand": "paa_vej",
        "tilstandstekst": "På vej",
        "tilstandsnavn": "På vej",
        "orden": 2,
        **felter,
    }


def raekke(titel: str, *traek: int, er_ny: bool = False) -> dict[str, Any]:
    return {
        "titel": titel,
        "slags": "Ny" if er_ny else "Eksisterende",
        "er_ny": er_ny,
        "aar": {str(aar): aar in traek for aar in AAR},
    }


def statuslinje(indsats: str, **felter: Any) -> dict[str, Any]:
    return {
        "indsats": indsats,
        "gruppe": "Implementeringsgruppe Eksempelby",
        "fremdrift": "foelger_planen",
        "fremdrifttekst": "Følger planen",
        "begrundelse": "",
        "siden_sidst": "Parterne har afprøvet arbejdsgangen i 3 kommuner og samlet erfaringerne i en fælles skabelon.",
        "naeste_skridt": "Skabelonen drøftes på næste møde i samordningsforum.",
        "risici": "",
        "indstilling": "",
        "eksempel": True,
        **felter,
    }


def kapitel(organ: str, **felter: Any) -> dict[str, Any]:
    return {
        "organ": organ,
        "ansvarlig": f"Sekretariatet for {organ}",
        "maalsaetninger": [],
        "matrix": [],
        "status": [],
        **felter,
    }


def snapshot(**felter: Any) -> dict[str, Any]:
    """Two chapters with every state, a target not settled, a shared initiative and a missing measurement."""
    forebyggelse = kapitel(
        "Følgegruppen for forebyggelse",
        maalsaetninger=[
            {
                "tekst": "Vi vil reducere andelen af unge, der ryger.",
                "maaltal": [
                    maaltal("Unge, 16-24 år"),
                    maaltal(
                        "Voksne",
                        maal="højst 13 %",
                        maalgraense="13",
                        tilstand="naaet",
                        tilstandstekst="Nået",
                        tilstandsnavn="Nået",
                        orden=1,
                    ),
                ],
            },
            {
                "tekst": "Vi vil øge andelen, der er tilknyttet en uddannelse.",
                "maaltal": [
                    maaltal(
                        "Unge med psykiske lidelser",
                        maal="Ikke fastsat (xx %)",
                        maalgraense=None,
                        basis=None,
                        seneste=None,
                        maalinger=[],
                        tilstand="ikke_fastsat",
                        tilstandstekst="Mål ikke fastsat",
                        tilstandsnavn="Mål ikke fastsat",
                        orden=5,
                    ),
                    maaltal(
                        "Trivsel",
                        tilstand="forkert_vej",
                        tilstandstekst="Går den forkerte vej",
                        tilstandsnavn="Går den forkerte vej",
                        orden=3,
                        maalinger=[
                            {"aar": 2013, "vaerdi": "9,1 %", "tal": "9.1", "databrud": False},
                            {"aar": 2017, "vaerdi": "10,4 %", "tal": "10.4", "databrud": False},
                            {"aar": 2020, "vaerdi": "15,7 %", "tal": "15.7", "databrud": True},
                            {"aar": 2021, "vaerdi": "16,2 %", "tal": "16.2", "databrud": False},
                        ],
                    ),
                ],
            },
        ],
        matrix=[
            raekke("Røgfri hverdag", 2019, 2020, 2021, 2022, 2023, er_ny=True),
            raekke("Samarbejde om rehabilitering og recovery", 2020, 2021, er_ny=True),
            raekke("Aftale om rådgivning", 2019, 2021),
        ],
        status=[
            statuslinje("Røgfri hverdag"),
            statuslinje(
                "Aftale om rådgivning",
                fremdrift="forsinket",
                fremdrifttekst="Forsinket",
                risici="Der mangler 2 medarbejdere i projektet.",
                indstilling="Det indstilles, at fristen udskydes til 1. juni 2021.",
            ),
        ],
    )
    pleje = kapitel(
        "Følgegruppen for behandling og pleje",
        matrix=[
            raekke("Samarbejde om rehabilitering og recovery", 2020, 2021, er_ny=True),
            *[
                raekke(f"Samarbejdsaftale nummer {n} med en titel, der fylder mere end én linje", 2019 + n % 5)
                for n in range(40)
            ],
        ],
    )
    return {
        "skema": 1,
        "udgave": 1,
        "rapporttype": {"slug": "aarlig-status", "titel": "Årlig status"},
        "aar": 2020,
        "pr_dato": "2021-02-01",
        "aftale": {
            "titel": "Eksempelaftalen 2019-2023",
            "region": "Region Eksempel",
            "fra": "2019-07-01",
            "til": "2023-12-31",
            "periode": "1. juli 2019 – 31. december 2023",
            "vision": "Borgerne skal have flere gode leveår, og forløbene skal hænge sammen.",
            "version": "1.0",
            "journalnummer": "19/00000",
            "aar": AAR,
            "parter": ["Region Eksempel", "Eksempelby Kommune", "PLO Eksempel"],
        },
        "kapitler": [forebyggelse, pleje],
        "mangler": [
            {
                "hvad": "Mål for Unge med psykiske lidelser er ikke fastsat.",
                "ansvarlig": "Følgegruppen for forebyggelse",
            },
            {
                "hvad": "Status for Samarbejde om rehabilitering og recovery.",
                "ansvarlig": "Følgegruppen for behandling og pleje",
            },
        ],
        "eksempel": True,
        **felter,
    }

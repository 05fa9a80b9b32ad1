"""The tables of the administrative tillæg 2019-2023 (chapter "Overblik over indsatser"), transcribed by hand.

A second reading of the source, kept apart from `fixtures/` so that the two can be compared. Choices made:

- Errors of the scan are mended, and only those in `SCANFEJL`. Everything else stands letter by letter, also where the
  document itself stumbles ("svært overvægt", "stof – eller alkoholmisbrug", "behandlingsredsk.").
- Quotation marks are straight ("), dashes between words are en dashes with a space on both sides, ranges of years and
  ages have a plain hyphen (16-24 år).
- Percentages have no space before the sign (10%), and a target not yet set stands as printed: "XX%" or "xx%".
- The one sentence with a bulleted list is joined with a space after the colon and commas between the items, without the
  bullets, and ends without a full stop as in the document.
- Rows come in the document's order: body by body, new initiatives before existing ones. A row that is shared by two
  bodies stands once under each.
"""

from dataclasses import dataclass

FOREBYGGELSE = "Følgegruppen for forebyggelse"
BEHANDLING = "Følgegruppen for behandling og pleje"
GENOPTRAENING = "Følgegruppen for genoptræning og rehabilitering"
UDDANNELSE = "Følgegruppen for uddannelse og arbejde"

SCANFEJL = {
    "Tværasektoriel": "Tværsektoriel",
    "tværasektoriel": "tværsektoriel",
    "Tværsætoriel": "Tværsektoriel",
    "uheldredelig": "uhelbredelig",
    "sår vurdering": "sårvurdering",
}


@dataclass(frozen=True)
class Raekke:
    """One row of a portfolio table; `slags` is "ny" or "eksisterende", `aar` the years with an X, ascending."""

    foelgegruppe: str
    slags: str
    titel: str
    aar: tuple[int, ...]


RAEKKER: list[Raekke] = [
    Raekke(
        FOREBYGGELSE,
        "ny",
        'Implementering af partnerskabsprojektet "Røgfri fremtid"',
        (2019, 2020, 2021, 2022, 2023),
    ),
    Raekke(
        FOREBYGGELSE,
        "ny",
        "Samarbejdsaftale for børn og unge med overvægt og overvægtige gravide (familieorienteret tilgang)",
        (2019, 2020),
    ),
    Raekke(
        FOREBYGGELSE,
        "ny",
        'Implementering af partnerskabsprojektet "ABC for mental sundhed"',
        (2019, 2020, 2021),
    ),
    Raekke(
        FOREBYGGELSE,
        "eksisterende",
        "Tværsektoriel aftale på børne- og ungeområdet",
        (2019, 2020),
    ),
    Raekke(FOREBYGGELSE, "eksisterende", "Aftale om sårbare gravide", (2021,)),
    Raekke(
        FOREBYGGELSE,
        "eksisterende",
        "Samarbejdsaftale om gravide med et risikoforbrug af rusmidler og alkohol i regi af familieambulatoriet PLUS",
        (2021,),
    ),
    Raekke(FOREBYGGELSE, "eksisterende", "Ammepolitikken", (2019, 2020)),
    Raekke(
        FOREBYGGELSE,
        "eksisterende",
        "Opdatering af den eksisterende regionale samarbejdsaftale for det børne- og ungdomspsykiatriske område",
        (2019,),
    ),
    Raekke(
        FOREBYGGELSE,
        "eksisterende",
        "Regional tværsektoriel aftale om infektionshygiejnisk rådgivning",
        (2019, 2021),
    ),
    Raekke(
        FOREBYGGELSE,
        "eksisterende",
        "Aftale om Regionens rådgivning til kommunerne om forebyggelse",
        (2019,),
    ),
    Raekke(
        BEHANDLING,
        "ny",
        "Tværsektorielle pakkeforløb for borgere med gentagne indlæggelser",
        (2019, 2020, 2021, 2022, 2023),
    ),
    Raekke(
        BEHANDLING,
        "ny",
        "Tværsektoriel understøttelse af kommunale akutfunktioner",
        (2021,),
    ),
    Raekke(BEHANDLING, "ny", "Fleksible indlæggelser", (2019, 2020)),
    Raekke(
        BEHANDLING,
        "ny",
        "Samarbejde om rehabilitering og recovery vedrørende psykiatrien",
        (2021, 2022, 2023),
    ),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Drift og videreudvikling af SAM:BO",
        (2019, 2020, 2021, 2022, 2023),
    ),
    Raekke(BEHANDLING, "eksisterende", "Tværsektoriel FMK arbejdsgruppe", (2019, 2020)),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Samarbejdsaftale om patienter med uhelbredelig livstruende sygdom og forventet kort levetid"
        " i Region Syddanmark",
        (2019, 2022),
    ),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Revision af samarbejdsaftalen på demensområdet",
        (2019,),
    ),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Regional vejledning om utilsigtede hændelser i sektorovergange",
        (2020, 2021),
    ),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Samarbejdsaftale om ledsagelse og praktisk hjælp",
        (2019, 2022),
    ),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Arbejdsgruppen vedr. nye rammer for kronisk sygdom",
        (2019, 2020, 2021, 2022),
    ),
    Raekke(BEHANDLING, "eksisterende", "Aftale om dosisdispensering", (2019, 2020)),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Samarbejdsaftale for borgere med psykisk lidelse og samtidigt stof – eller alkoholmisbrug",
        (2021,),
    ),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Samarbejdsaftale om peritonealdialyse i eget hjem",
        (2021,),
    ),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Samarbejdsaftaler for medicinadministration",
        (2019, 2020),
    ),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Samarbejdsaftale om IV behandling med væske",
        (2019, 2020),
    ),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Samarbejdsaftale om IV behandling med antibiotika",
        (2019, 2020),
    ),
    Raekke(BEHANDLING, "eksisterende", "Samarbejdsaftale om sondeernæring", (2019, 2020)),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Samarbejdsaftale om parenteral ernæring",
        (2019, 2020),
    ),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Samarbejdsaftale om akutte bed-side blodprøver og prøvetagning til mikrobiologiske undersøgelser",
        (2019,),
    ),
    Raekke(BEHANDLING, "eksisterende", "Samarbejdsaftale om pasning af dræn", (2020,)),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Samarbejdsaftale om kateteranlæggelse og pleje",
        (2019, 2020),
    ),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Samarbejdsaftale for blodprøvetagning i eget hjem",
        (2019,),
    ),
    Raekke(BEHANDLING, "eksisterende", "Telemedicinsk sårvurdering", (2019, 2020, 2022)),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Samarbejdsaftale om lavpotent kemoterapi",
        (2019, 2020),
    ),
    Raekke(BEHANDLING, "eksisterende", "Samarbejdsaftale for respiration", (2019,)),
    Raekke(
        BEHANDLING,
        "eksisterende",
        "Samarbejdsaftale på det retspsykiatriske område",
        (2021,),
    ),
    Raekke(
        GENOPTRAENING,
        "eksisterende",
        "Casekataloget vedr. behandlingsredsk. og hjælpemidler",
        (2019, 2020, 2021, 2022, 2023),
    ),
    Raekke(
        GENOPTRAENING,
        "eksisterende",
        "Opfølgning på indgåede aftaler med leverandører af rehabilitering på specialiseret niveau",
        (2020,),
    ),
    Raekke(
        GENOPTRAENING,
        "eksisterende",
        "Nationalt projekt vedr. brugertilfredshed på hjerneskadeområdet",
        (2019, 2020),
    ),
    Raekke(
        GENOPTRAENING,
        "eksisterende",
        "Opfølgning på understøttelsen af arbejdet med genoptræningsplaner til psykiatriske patienter",
        (2020,),
    ),
    Raekke(
        GENOPTRAENING,
        "eksisterende",
        "Tværsektoriel samarbejdsaftale om cerebral parese (CPOP)",
        (2020, 2021),
    ),
    Raekke(
        UDDANNELSE,
        "ny",
        "Samarbejde mellem psykiatrien, uddannelsesområdet og almen praksis – forberedende grunduddannelse (FGU)",
        (2019, 2020, 2021, 2022, 2023),
    ),
    Raekke(
        UDDANNELSE,
        "ny",
        "Forløbsprogram for rehabilitering og palliation i forbindelse med kræft",
        (2019, 2020),
    ),
    Raekke(
        UDDANNELSE,
        "ny",
        "Samarbejde om rehabilitering og recovery vedrørende psykiatrien",
        (2021, 2022, 2023),
    ),
    Raekke(
        UDDANNELSE,
        "eksisterende",
        "Samtalestøtte til stressramte og langtidssygemeldte borgere",
        (2020,),
    ),
    Raekke(
        UDDANNELSE,
        "eksisterende",
        "Samarbejdsaftale om traumatiserede flygtninge og krigsveteraner",
        (2019,),
    ),
]

MAALSAETNINGER: list[tuple[str, str]] = [
    (
        FOREBYGGELSE,
        "Vi vil reducere andelen af unge (16-24 år), der ryger til maksimalt 10%.",
    ),
    (FOREBYGGELSE, "Vi vil reducere andelen af daglige rygere til maksimalt 13%."),
    (
        FOREBYGGELSE,
        "Vi vil reducere andelen af børn og unge (6-16 år) med overvægt og svær overvægt: 6-8 år, 9-13 år, 14-16 år",
    ),
    (
        FOREBYGGELSE,
        "Vi vil reducere andelen af unge og voksne (16 år+) med moderat og svært overvægt"
        " til maksimalt 43% for kvinder og 58% for mænd.",
    ),
    (
        FOREBYGGELSE,
        "Vi vil reducere andelen af unge (16-24 år) med dårlig mental trivsel"
        " til maksimalt 8% for mænd og 16% for kvinder.",
    ),
    (
        BEHANDLING,
        "Vi vil reducere antallet af akutte genindlæggelser inden for 30 dage"
        " til maksimalt 15% for psykiatriske patienter.",
    ),
    (
        BEHANDLING,
        "Vi vil reducere antallet af færdigbehandlingsdage på sygehusene til 1 dag for psykiatriske patienter.",
    ),
    (
        BEHANDLING,
        "Vi vil reducere antallet af akutte indlæggelser af diabetes type 2-patienter"
        " til maksimalt 270 per 1000 diabetes type 2-patienter.",
    ),
    (
        BEHANDLING,
        "Vi vil reducere antallet af akutte indlæggelser af KOL-patienter til maksimalt 380 per 1000 KOL-patienter.",
    ),
    (
        BEHANDLING,
        "Vi vil reducere antallet af akutte genindlæggelser inden for 30 dage"
        " til maksimalt 10% for somatiske patienter.",
    ),
    (
        BEHANDLING,
        "Vi vil reducere antallet af færdigbehandlingsdage på sygehusene til 1 dag for somatiske patienter.",
    ),
    (
        BEHANDLING,
        "Vi vil reducere antallet af forebyggelige indlæggelser af ældre patienter til 35 per 1000 ældre.",
    ),
    (
        BEHANDLING,
        "Vi vil reducere overdødeligheden blandt borgere med psykiske lidelser til maksimalt XX%.",
    ),
    (
        UDDANNELSE,
        "Vi vil sikre, at andelen af unge med psykiske lidelser, som er tilknyttet en uddannelse,"
        " er steget til minimum xx%.",
    ),
    (
        UDDANNELSE,
        "Vi vil sikre, at andelen af somatisk syge, som fastholdes på arbejdsmarkedet er øget til 82%.",
    ),
    (
        UDDANNELSE,
        "Vi vil sikre, at andelen af psykisk syge, som fastholdes på arbejdsmarkedet er øget til 51%.",
    ),
]

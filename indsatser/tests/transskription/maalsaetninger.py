"""The targets, in the order of the source."""

from indsatser.tests.transskription.raekke import BEHANDLING, FOREBYGGELSE, UDDANNELSE

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

"""The tillæg 2019-2023 in every format, and as the scan has it where that stands beside the checkout."""

from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from indsatser.laesning import IntenPortefoelje, LaestPortefoelje, laes_fil
from indsatser.tests.laesning.formater import FORMATER
from indsatser.tests.laesning.tillaeg import tabeller
from indsatser.tests.transskription import MAALSAETNINGER, RAEKKER, SCANFEJL

KILDER = Path(__file__).resolve().parents[4] / "shared" / "seeds"
FRA_TRANSSKRIPTIONEN = [(r.foelgegruppe, r.slags, r.titel, r.aar) for r in RAEKKER]


def raekker(laest: LaestPortefoelje) -> list[tuple[str, str, str, tuple[int, ...]]]:
    return [(r.organ, r.slags, r.indsats, r.aar) for r in laest.raekker if r.indsats]


def kilder(moenster: str, capsys: pytest.CaptureFixture[str]) -> list[Path]:
    fundet = sorted(KILDER.glob(moenster))
    if not fundet:
        with capsys.disabled():
            print("\nThe source texts do not stand beside this checkout: the reader is shown on rendered tables.")
    return fundet


@pytest.mark.parametrize("tom_kolonne", [False, True])
@pytest.mark.parametrize("navn", FORMATER)
def test_the_tillaeg_is_read_alike_from_every_format(navn: str, tom_kolonne: bool) -> None:
    laest = laes_fil(FORMATER[navn](tabeller("✓" if navn == "html" else "X", tom_kolonne=tom_kolonne)))

    assert laest.aar == (2019, 2020, 2021, 2022, 2023)
    assert raekker(laest) == FRA_TRANSSKRIPTIONEN
    assert Counter(aar for r in laest.raekker for aar in r.aar) == {2019: 33, 2020: 29, 2021: 18, 2022: 11, 2023: 7}
    assert laest.ikke_forstaaet == ()


def rettet(tekst: str) -> str:
    for scannet, ret in SCANFEJL.items():
        tekst = tekst.replace(scannet, ret)
    return tekst


def test_the_scan_of_the_tillaeg_is_read_whole(capsys: pytest.CaptureFixture[str]) -> None:
    for kilde in kilder("002*.txt", capsys):
        laest = laes_fil(kilde.read_bytes())

        assert [(*r[:2], rettet(r[2]), r[3]) for r in raekker(laest)] == FRA_TRANSSKRIPTIONEN
        assert [(r.organ, m) for r in laest.raekker for m in r.maalsaetninger] == MAALSAETNINGER
        assert [len(r.maalsaetninger) for r in laest.raekker if not r.indsats] == [1, 1, 1, 1]
        assert [linje.tekst for linje in laest.ikke_placerede] == [
            "Sundhedsprofilen",
            "Monitorering",
            "Ledelsesinformation",
            "Afrapportering af de 8 nationale mål",
            "Modellen for planlagt og aftalt opgaveoverdragelse",
            "Landsdelsprogrammet for KOL i Syddanmark",
            "Tværsektoriel anvendelse af video",
        ]
        assert len(laest.ikke_forstaaet) == 4


def test_the_kommissorium_names_the_same_rows_in_another_layout(capsys: pytest.CaptureFixture[str]) -> None:
    for kilde in kilder("003*.txt", capsys):
        laest = laes_fil(kilde.read_bytes())

        egne = [r for r in FRA_TRANSSKRIPTIONEN if r[0] == "Følgegruppen for uddannelse og arbejde"]
        assert [(r[0], r[1], r[3]) for r in raekker(laest)] == [(r[0], r[1], r[3]) for r in egne]
        assert all(
            SequenceMatcher(None, laest_.casefold(), fast.casefold()).ratio() > 0.97
            for (_, _, laest_, _), (_, _, fast, _) in zip(raekker(laest), egne, strict=True)
        )
        assert [m.replace(" %", "%").rstrip(".") for r in laest.raekker for m in r.maalsaetninger] == [
            tekst.rstrip(".") for organ, tekst in MAALSAETNINGER if organ.endswith("arbejde")
        ]


@pytest.mark.parametrize("moenster", ["000*.txt", "001*.txt", "004*.txt"])
def test_other_documents_have_no_portfolio(moenster: str, capsys: pytest.CaptureFixture[str]) -> None:
    for kilde in kilder(moenster, capsys):
        with pytest.raises(IntenPortefoelje, match="ingen porteføljetabel"):
            laes_fil(kilde.read_bytes())

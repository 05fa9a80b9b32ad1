"""Real minutes of a Sundhedskoordinationsudvalg, where they stand beside the checkout; they are no part of it."""

import hashlib
from pathlib import Path

import pytest

from organisering.laesning import IntetReferat, afkod, laes_referat, som_json

ROD = Path(__file__).resolve().parents[3]
KILDER = ROD.parent / "shared" / "seeds"


def kilder(moenster: str, capsys: pytest.CaptureFixture[str]) -> list[Path]:
    fundet = sorted(KILDER.glob(moenster))
    if not fundet:
        with capsys.disabled():
            print("\nThe source texts do not stand beside this checkout: the reader is shown on the written examples.")
    return fundet


def test_minutes_are_read_whole(capsys: pytest.CaptureFixture[str]) -> None:
    for kilde in kilder("004*.txt", capsys):
        laest = som_json(laes_referat(afkod(kilde.read_bytes())))
        hoved = [laest[navn] for navn in ("organ", "dato", "start", "slut", "sted")]
        roller = [person["rolle"] for person in laest["deltagere"]]
        punkter = laest["punkter"]

        assert hoved == ["Sundhedskoordinationsudvalget", "2021-04-22", "10:00", "", "Rådssalen"]
        assert len(roller) == 24
        assert {rolle: roller.count(rolle) for rolle in roller} == {
            "Formand": 1,
            "Næstformand": 1,
            "Medlem": 16,
            "Sekretariat": 6,
        }
        assert [p["parti"] for p in laest["deltagere"] if p["parti"]] == ["B", "A", "V", "O", "Ø"]
        assert len([p for p in laest["deltagere"] if p["titel"]]) == 14
        assert [p["fremmoede"] for p in laest["deltagere"]].count("afbud") == 2
        assert [p["fremmoede"] for p in laest["deltagere"]].count("til_stede") == 22
        assert [p["nummer"] for p in punkter] == ["1", "2", "3", "4", "5", "6", "7"]
        assert [p["titel"] for p in punkter][3:] == [
            "Finansiering af tværsektorielle borgernære sundhedstilbud i 2022",
            "Disponering af Region Sjællands tværsektorielle pulje 2021",
            "Skriftlige beretninger",
            "Eventuelt",
        ]
        assert [(p["aaben"], p["slags"], p["sagsnummer"], len(p["fravaerende"])) for p in punkter] == [
            (True, "", "", 2)
        ] * 7
        assert [[navn for navn, tekst in p["felter"].items() if tekst] for p in punkter] == [
            [],
            [],
            ["sagsresume", "sagsfremstilling", "oekonomi"],
            ["sagsresume", "sagsfremstilling", "oekonomi"],
            ["sagsresume", "sagsfremstilling", "oekonomi"],
            ["sagsresume", "sagsfremstilling"],
            [],
        ]
        assert [(p["indstiller"], len(p["indstillinger"])) for p in punkter] == [
            ("", 0),
            ("", 0),
            ("Styregruppen for sundhedssamarbejde", 1),
            ("Styregruppen for sundhedssamarbejde", 2),
            ("Styregruppen for sundhedssamarbejde", 2),
            ("Administrationen", 1),
            ("", 0),
        ]
        assert [len(p["beslutning"].split("\n\n")) for p in punkter] == [3, 2, 3, 3, 1, 1, 3]
        assert [[(b["dokid"], b["journalnummer"]) for b in p["bilag"]] for p in punkter] == [
            [],
            [("9779799", "EMN-2021-03543")],
            [],
            [],
            [(dokid, "EMN-2021-00680") for dokid in ("9661924", "9661942", "9661945", "9661946")],
            [],
            [],
        ]
        assert laest["ikke_forstaaet"] == []


def test_lists_in_the_running_text_stay_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    for kilde in kilder("004*.txt", capsys):
        fremstilling = laes_referat(afkod(kilde.read_bytes())).punkter[4].felter["sagsfremstilling"]
        begyndelser = [linje[:6] for linje in fremstilling.splitlines() if linje[:2] in ("1.", "2.", "3.")]

        assert begyndelser == ["1.Sund", "2.Styr", "3.Sund"]
        assert len([linje for linje in fremstilling.splitlines() if linje.startswith("-")]) == 4
        assert "1.8 mio. kr." in fremstilling
        assert "0,6 mio. kr. i 2020" in fremstilling


def test_every_line_is_found_again(capsys: pytest.CaptureFixture[str]) -> None:
    for kilde in kilder("004*.txt", capsys):
        tekst = afkod(kilde.read_bytes())
        laest = laes_referat(tekst)
        punkttekst = [
            linje
            for p in laest.punkter
            for felt in (*p.felter.values(), p.beslutning, *p.indstillinger)
            for linje in felt.splitlines()
            if linje
        ]

        assert len({hashlib.sha256(linje.encode()).digest() for linje in punkttekst}) > 100
        lange = {" ".join(linje.split()) for linje in tekst.splitlines() if len(linje) > 130}
        assert [
            linje for linje in lange if not any(linje == t or (linje.endswith(t) and len(t) > 60) for t in punkttekst)
        ] == []


@pytest.mark.parametrize("moenster", ["000*.txt", "001*.txt", "002*.txt", "003*.txt"])
def test_other_documents_of_an_agreement_are_no_minutes(moenster: str, capsys: pytest.CaptureFixture[str]) -> None:
    for kilde in kilder(moenster, capsys):
        with pytest.raises(IntetReferat, match="ligner ikke et referat"):
            laes_referat(afkod(kilde.read_bytes()))

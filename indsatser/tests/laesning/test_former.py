"""Agreements of other shapes: other years, marks, heads, merged cells, bodies named elsewhere."""

import pytest

from indsatser.laesning import LaestPortefoelje, laes_fil, laes_tekst
from indsatser.tests.laesning.formater import docx, docxafsnit, docxcelle

Kort = list[tuple[str, str, str, tuple[int, ...]]]
FLET = "<w:vMerge w:val='restart'/>"
FORTSAT = "<w:vMerge/>"


def kort(laest: LaestPortefoelje) -> Kort:
    return [(r.organ, r.slags, r.indsats, r.aar) for r in laest.raekker]


def rest(laest: LaestPortefoelje) -> list[str]:
    return [linje.tekst for linje in laest.ikke_forstaaet]


MARKDOWN_ORGAN_I_KOLONNE = """
# Prøveaftale 2024-2027

| Organ | Initiativ | 2024 | 2025 | 2026 | 2027 |
|---|---|:-:|:-:|:-:|:-:|
| Følgegruppen for børn | **Tidlig hjælp** | ✓ | ✓ |  |  |
|  | Fælles skolestart |  |  | ✔ |  |
| Styregruppen | Datadeling \\| deling | ● | – | ■ | ja |
"""

OVERSKRIFTER = """
## Følgegruppen for ældre (fortsat)

### Nye indsatser

Mål | Aktivitet | 2024 | 2025
--- | --- | --- | ---
Vi vil nå A. Vi vil nå B. | Første | 1 | 0
 | Anden |  | x

### Igangværende initiativer

| Initiativ | 2024 | 2025 |
|---|---|---|
| Gammel | nej | ja |

**Forebyggelse**

| Opgave | 2024 | 2025 |
|---|---|---|
| Ren | x | x |
"""

HTML_FLETTET = """<!doctype html><html><body><h2>Implementeringsgruppen for børn</h2><table>
<tr><th rowspan=2>Målsætning</th><th rowspan=2>Indsats</th><th colspan=4>Ressourcetræk</th></tr>
<tr><th>2024</th><th>2025</th><th>2026</th><th>2027</th></tr>
<tr><td rowspan=3>Vi vil nå disse:
<ul><li>0-5 år</li><li>6-9 år</li></ul></td><td>Et</td><td colspan=3>X</td><td></td></tr>
<tr><td>To</td><td></td><td></td><td></td><td>x</td></tr>
<tr><td><ul><li>Tre</li><li>Fire</li></ul></td><td>✓</td><td></td><td></td><td></td></tr>
<tr><td>Vi vil nå C.</td><td rowspan=2>Fem</td><td rowspan=2>X</td><td></td><td></td><td></td></tr>
<tr><td>Vi vil nå D.</td><td></td><td></td><td></td></tr>
<tr><td colspan=6>Eksisterende indsatser</td></tr>
<tr><td></td><td>Seks</td><td></td><td>●</td><td></td><td></td></tr>
</table></body></html>"""

ET_FELT_FAERRE = (
    "Følgegruppen for børn\t\tRESSOURCETRÆK\nEksisterende indsatser\t\t2024\t2025\t2026\n"
    "Et\tX\t\t\nTo\t\tX\t\nTre\t\t\tX\n"
)
ET_FELT_FLERE = "Eksisterende indsatser\t2024\t2025\t2026\nEt\t\tX\t\t\nTo\t\t\tX\t\nTre\t\t\t\tX\n"
TABT_FLETNING = "Målsætning\tIndsats\t2024\t2025\nVi vil nå A.\tEt\tX\t\nTo\t\tX\n"
WORDS_UDKLIP = (
    "Følgegruppen for børn\r\nMålsætning\tIndsats\t2024\t2025\r\nVi vil nå A.\r\nVi vil nå B.\tEt\r\n"
    "med to linjer\tX\t\r\nVi vil nå C.\tTo\t\tX\r\n"
)
EXCELS_UDKLIP = 'Målsætning\tIndsats\t2024\t2025\n"Vi vil nå A.\nVi vil nå ""B""."\tEt\tx\t\n'
SKOLEAAR = "Indsats\t2024/25\t2025/26\nEt\tx\t\nTo\t\tx\n"
PERIODER = "Indsats;2024-2025;2026-2027\r\nEt;x;\r\nTo;;x\r\n"
KVARTALER = "Indsats\tQ1 2024\tQ2 2024\tQ1 2025\nEt\t\tx\t\nTo\t\t\tx\n"
AAR_SOM_TEKST = (
    "| Indsats | Ansvarlig | Periode |\n|---|---|---|\n"
    "| Et | Styregruppen | 2024-2026 |\n| To | Styregruppen | 2025 og 2027 |\n"
)
ORGAN_I_HOVEDET = "Følgegruppen for ældre\t2024\t2025\nEt\tX\t\n\nStyregruppen for data\t2024\t2025\nTo\t\tX\n"
DELT_TABEL = "Målsætning\tIndsats\t2024\t2025\nVi vil nå A.\tEt\tX\t\n\nSide 2 af 3\n\n\tTo\t\tX\n"
AAR_FOR_SIG = "Målsætning\tIndsats\tTidsplan\n2024\t2025\nVi vil nå A.\tEt\tX\t\n"


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        (
            MARKDOWN_ORGAN_I_KOLONNE,
            [
                ("Følgegruppen for børn", "ny", "Tidlig hjælp", (2024, 2025)),
                ("Følgegruppen for børn", "ny", "Fælles skolestart", (2026,)),
                ("Styregruppen", "ny", "Datadeling | deling", (2024, 2026, 2027)),
            ],
        ),
        (
            OVERSKRIFTER,
            [
                ("Følgegruppen for ældre", "ny", "Første", (2024,)),
                ("Følgegruppen for ældre", "ny", "Anden", (2025,)),
                ("Følgegruppen for ældre", "eksisterende", "Gammel", (2025,)),
                ("Forebyggelse", "ny", "Ren", (2024, 2025)),
            ],
        ),
        (
            HTML_FLETTET,
            [
                ("Implementeringsgruppen for børn", "ny", "Et", (2024, 2025, 2026)),
                ("Implementeringsgruppen for børn", "ny", "To", (2027,)),
                ("Implementeringsgruppen for børn", "ny", "Tre", (2024,)),
                ("Implementeringsgruppen for børn", "ny", "Fire", (2024,)),
                ("Implementeringsgruppen for børn", "ny", "Fem", (2024,)),
                ("Implementeringsgruppen for børn", "eksisterende", "Seks", (2025,)),
            ],
        ),
        (
            ET_FELT_FAERRE,
            [
                ("Følgegruppen for børn", "eksisterende", t, (a,))
                for t, a in (("Et", 2024), ("To", 2025), ("Tre", 2026))
            ],
        ),
        (ET_FELT_FLERE, [("", "eksisterende", t, (a,)) for t, a in (("Et", 2024), ("To", 2025), ("Tre", 2026))]),
        (TABT_FLETNING, [("", "ny", "Et", (2024,)), ("", "ny", "To", (2025,))]),
        (
            WORDS_UDKLIP,
            [
                ("Følgegruppen for børn", "ny", "Et med to linjer", (2024,)),
                ("Følgegruppen for børn", "ny", "To", (2025,)),
            ],
        ),
        (EXCELS_UDKLIP, [("", "ny", "Et", (2024,))]),
        (SKOLEAAR, [("", "ny", "Et", (2024,)), ("", "ny", "To", (2025,))]),
        (PERIODER, [("", "ny", "Et", (2024, 2025)), ("", "ny", "To", (2026, 2027))]),
        (KVARTALER, [("", "ny", "Et", (2024,)), ("", "ny", "To", (2025,))]),
        (AAR_SOM_TEKST, [("Styregruppen", "ny", "Et", (2024, 2025, 2026)), ("Styregruppen", "ny", "To", (2025, 2027))]),
        (
            ORGAN_I_HOVEDET,
            [("Følgegruppen for ældre", "ny", "Et", (2024,)), ("Styregruppen for data", "ny", "To", (2025,))],
        ),
        (DELT_TABEL, [("", "ny", "Et", (2024,)), ("", "ny", "To", (2025,))]),
        (AAR_FOR_SIG, [("", "ny", "Et", (2024,))]),
    ],
)
def test_rows_are_found_whatever_the_tables_shape(tekst: str, ventet: Kort) -> None:
    assert kort(laes_tekst(tekst)) == ventet


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        (OVERSKRIFTER, [("Vi vil nå A.", "Vi vil nå B."), ("Vi vil nå A.", "Vi vil nå B."), (), ()]),
        (
            HTML_FLETTET,
            [*[("Vi vil nå disse: 0-5 år, 6-9 år",)] * 4, ("Vi vil nå C.", "Vi vil nå D."), ()],
        ),
        (TABT_FLETNING, [("Vi vil nå A.",), ("Vi vil nå A.",)]),
        (WORDS_UDKLIP, [("Vi vil nå A.", "Vi vil nå B."), ("Vi vil nå C.",)]),
        (EXCELS_UDKLIP, [("Vi vil nå A.", 'Vi vil nå "B".')]),
        (DELT_TABEL, [("Vi vil nå A.",), ("Vi vil nå A.",)]),
        (AAR_FOR_SIG, [("Vi vil nå A.",)]),
    ],
)
def test_a_target_holds_for_the_rows_it_stands_beside(tekst: str, ventet: list[tuple[str, ...]]) -> None:
    assert [r.maalsaetninger for r in laes_tekst(tekst).raekker] == ventet


def test_word_document_with_merged_cells_signs_and_tracked_changes() -> None:
    def raekke(*celler: str) -> str:
        return f"<w:tr>{''.join(celler)}</w:tr>"

    slettet = "<w:tc><w:p><w:del><w:r><w:t>X</w:t></w:r></w:del></w:p></w:tc>"
    indsat = "<w:tc><w:p><w:ins><w:r><w:t>X</w:t></w:r></w:ins></w:p></w:tc>"
    tegn = "<w:tc><w:p><w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r></w:p></w:tc>"
    indhold = docx(
        docxafsnit("Følgegruppen for børn", "<w:pStyle w:val='Overskrift2'/>")
        + "<w:tbl>"
        + raekke(docxcelle("Målsætning"), docxcelle("Indsats"), docxcelle("2024"), docxcelle("2025"), docxcelle("2026"))
        + raekke(
            docxcelle("Vi vil nå A.", FLET), docxcelle("Et"), docxcelle("X", "<w:gridSpan w:val='2'/>"), docxcelle("")
        )
        + raekke(docxcelle("", FORTSAT), docxcelle("To"), slettet, indsat, tegn)
        + "<w:sdt><w:sdtContent>"
        + raekke(docxcelle("Vi vil nå B."), *[docxcelle("")] * 4)
        + "</w:sdtContent></w:sdt>"
        + "</w:tbl>"
    )

    assert [(r.organ, r.maalsaetninger, r.indsats, r.aar) for r in laes_fil(indhold).raekker] == [
        ("Følgegruppen for børn", ("Vi vil nå A.",), "Et", (2024, 2025)),
        ("Følgegruppen for børn", ("Vi vil nå A.",), "To", (2025, 2026)),
        ("Følgegruppen for børn", ("Vi vil nå B.",), "", ()),
    ]


def test_a_title_that_is_no_known_body_takes_the_table_from_the_body_before() -> None:
    to = "\n\n".join(
        f"{titel}\t\tRESSOURCETRÆK\nIndsats\t2024\t2025\n{titel[:5]}\tX\t\n"
        for titel in ("Følgegruppen for børn", "Rådet for alt", "Oversigt over indsatser")
    )

    assert [r.organ for r in laes_tekst(to).raekker] == ["Følgegruppen for børn", "Rådet for alt", ""]


def test_a_head_in_three_rows_has_the_body_of_the_first() -> None:
    html = (
        "<table><tr><td colspan=3>Styregruppen for data</td></tr><tr><td></td><td colspan=2>Ressourcetræk</td></tr>"
        "<tr><td>Indsats</td><td>2024</td><td>2025</td></tr><tr><td>Et</td><td></td><td>X</td></tr></table>"
    )

    assert kort(laes_tekst(html)) == [("Styregruppen for data", "ny", "Et", (2025,))]


def test_what_is_not_understood_is_told_with_its_place() -> None:
    laest = laes_tekst(
        "Indsats\tTovholder\t2024\t2025\nEt\tRegionen\tX\tmåske\n\tRegionen\t\tX\n\nNoter under tabellen.\n\n"
        "Navn\tTelefon\nA\tB\n"
    )

    assert [(linje.linje, linje.tekst) for linje in laest.ikke_forstaaet] == [
        (2, "Kolonnen »Tovholder« er ikke læst: 2 felter med tekst."),
        (2, "2025: måske"),
        (3, "Mærker uden en indsats: 2025"),
        (5, "Noter under tabellen."),
        (7, "Tabel uden årskolonner, 2 rækker: Navn"),
    ]


@pytest.mark.parametrize(
    ("tekst", "saetninger"),
    [
        (SKOLEAAR, ["Kolonnen »2024/25« er læst som 2024.", "Kolonnen »2025/26« er læst som 2025."]),
        (
            "Indsats\t\t2024\t2025\nEt\t\tX\n",
            ["Se efter, at årene er rigtige. Rækken har 3 felter, og tabellens hoved har 4."],
        ),
        (
            "Indsats\t2024\nEt\t\nTo\t\nTre\t\n",
            ["Tabellen har ingen mærker. Er årene vist med farve, kan de ikke læses."],
        ),
    ],
)
def test_what_was_guessed_is_told(tekst: str, saetninger: list[str]) -> None:
    assert rest(laes_tekst(tekst)) == saetninger

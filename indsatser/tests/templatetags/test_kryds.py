from indsatser.queries.celle import Celle, Henvisning
from indsatser.templatetags.kryds import kryds, kryds_knap, kryds_knapper, tomme


def test_a_cell_is_read_aloud_with_its_state():
    assert kryds([Celle(2019, planlagt=True), Celle(2020)]) == (
        '<td class="aar har-kryds"><span aria-hidden="true">X</span><span class="sr-only">planlagt</span></td>'
        '<td class="aar"><span class="sr-only">ikke planlagt</span></td>'
    )


def test_a_row_without_an_initiative_has_an_empty_cell_for_each_year():
    assert tomme([2019, 2020]) == '<td class="aar"></td>' * 2


def test_a_title_cannot_break_out_of_its_button():
    for html in (kryds_knapper(1, '"><b>', [Celle(2019)]), kryds_knap(1, '"><b>', Celle(2019))):
        assert "<b>" not in html
        assert 'aria-label="2019: &quot;&gt;&lt;b&gt;"' in html


def test_a_cell_that_was_decided_leads_to_its_decision():
    beslutning = Henvisning("SKU 1. maj, pkt. 5", "/moeder/1/#punkt-5")

    sat = kryds([Celle(2022, planlagt=True, besluttet=beslutning)])
    fjernet = kryds([Celle(2021, besluttet=beslutning)])

    assert sat == (
        '<td class="aar har-kryds"><a href="/moeder/1/#punkt-5" title="Besluttet: SKU 1. maj, pkt. 5">'
        '<span aria-hidden="true">X</span>'
        '<span class="sr-only">planlagt, besluttet: SKU 1. maj, pkt. 5</span></a></td>'
    )
    assert '<span class="sr-only">ikke planlagt, besluttet: SKU 1. maj, pkt. 5</span>' in fjernet


def test_a_decision_that_the_reader_cannot_read_is_named_and_leads_nowhere():
    html = kryds([Celle(2022, planlagt=True, besluttet=Henvisning("SKU 22.04.2021", ""))])

    assert "<a" not in html
    assert "planlagt, besluttet: SKU 22.04.2021" in html


def test_a_button_says_where_its_state_was_decided():
    html = kryds_knapper(1, "Prøve", [Celle(2022, planlagt=True, besluttet=Henvisning("SKU <1>, pkt. 5", "/"))])

    assert 'class="kryds kryds--besluttet"' in html
    assert 'aria-label="2022: Prøve, besluttet: SKU &lt;1&gt;, pkt. 5"' in html

from indsatser.queries.celle import Celle
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

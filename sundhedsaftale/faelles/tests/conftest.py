from sundhedsaftale.faelles.tests.vagt import _django_db_helper, _vagt_genskabes, _vagter

__all__ = ["_django_db_helper", "_vagt_genskabes", "_vagter"]

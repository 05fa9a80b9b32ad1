"""`{% load dansk %}`: tal, procent, dato and dato_kl in templates."""

from django import template

from sundhedsaftale.faelles import dansk

register = template.Library()
for _filter in (dansk.tal, dansk.procent, dansk.dato, dansk.dato_kl):
    register.filter(_filter.__name__, _filter)

"""What people type, checked before an act is asked to do it; one file for each part of the desk."""

from homeward.web.forms.base import DeskForm, DeskRenderer, PartialDateFormField

__all__ = ["DeskForm", "DeskRenderer", "PartialDateFormField"]

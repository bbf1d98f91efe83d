"""Words of the window in the user's language.

Every text stands in the code in English as ``translate("Context", "Text")``, which Qt Linguist's
``pyside6-lupdate`` finds. The translations are Linguist's own ``.ts`` files; they are read as they
are, so that no compiled copy can be out of date.
"""

from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from proctor_desktop import paths

LANGUAGES = {"en": "English", "de": "Deutsch"}


def translate(context: str, text: str) -> str:
    """``text`` in the language of the window, or itself where there is no translation."""
    return QCoreApplication.translate(context, text)


def decimal(value: float, digits: int = 2) -> str:
    """A number as the language of the window writes it."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(value, "f", digits)


class _Spoken(Formatter):
    """Formats fractions with the decimal sign of the window's language."""

    def format_field(self, value: object, format_spec: str) -> str:
        text: str = super().format_field(value, format_spec)
        return local_sign(text) if format_spec.endswith("f") else text


def filled(words: str, **fields: object) -> str:
    """``words`` with its fields, fractions (``{seconds:.1f}``) as the language writes them."""
    return _Spoken().vformat(words, (), fields)


def local_sign(text: str) -> str:
    """A number, time or share in figures with the decimal sign of the window's language."""
    return text.replace(".", QLocale().decimalPoint())


def read_catalogue(path: Path) -> dict[tuple[str, str], str]:
    """Finished translations of a ``.ts`` file by context and source text."""
    catalogue = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                catalogue[name, message.findtext("source", "")] = translation.text
    return catalogue


class CatalogueTranslator(QTranslator):
    """Answers Qt from a catalogue."""

    def __init__(self, catalogue: dict[tuple[str, str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._catalogue = catalogue

    def translate(
        self, context: str, text: str, comment: str | None = None, n: int = -1
    ) -> str | None:
        """The translation, or None, for which Qt asks the next translator."""
        return self._catalogue.get((context, text))

    def isEmpty(self) -> bool:
        """Whether Qt may skip this translator."""
        return not self._catalogue


def system_language() -> str:
    """The language of the desktop where there is a translation of it, else English."""
    code = QLocale.system().name().split("_")[0]
    return code if code in LANGUAGES else "en"


def install_language(application: QCoreApplication, code: str) -> list[QTranslator]:
    """Translate the window and Qt's own dialogs; the translators are returned for removal."""
    QLocale.setDefault(QLocale(code))
    if code == "en":
        return []
    qt_words = QTranslator(application)
    qt_words.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    own_words = CatalogueTranslator(
        read_catalogue(paths.resource(f"translations/{code}.ts")), application
    )
    for translator in (qt_words, own_words):
        application.installTranslator(translator)
    return [qt_words, own_words]

"""A PDF becomes one without its document's information. Imported where there is one: pypdf takes long to load."""

import io

from pypdf import PdfReader, PdfWriter


def strip_pdf(content: bytes) -> bytes | None:
    """Without the document's information and XMP; None where it cannot be opened: nobody knows whom it names."""
    try:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
        writer.metadata = None
        writer.xmp_metadata = None
        target = io.BytesIO()
        writer.write(target)
    except Exception:  # pypdf raises what its code runs into: whatever it is, the file stays closed
        return None
    return target.getvalue()

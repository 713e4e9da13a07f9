"""Images are made anew: no metadata, no hidden content, no more pixels than a page shows."""

import warnings
from io import BytesIO
from typing import BinaryIO

from django.core.exceptions import ValidationError
from PIL import Image, ImageOps
from PIL.ImageCms import ImageCmsProfile, PyCMSError, createProfile, profileToProfile

MAX_PIXELS = 50_000_000
LONGEST_SIDE = 1600
QUALITY = 82
CONTENT_TYPE, SUFFIX = "image/webp", ".webp"

TROUBLE = (OSError, SyntaxError, ValueError, EOFError, MemoryError, Image.DecompressionBombError)


def made_anew(file: BinaryIO) -> tuple[BytesIO, tuple[int, int]]:
    """The image as WebP, upright, without metadata, 1600 pixels at most on a side, and its size.

    Raises ValidationError when it is damaged or would take too much memory to open."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image: Image.Image = Image.open(file, formats=["PNG", "JPEG", "WEBP"])
        if image.width * image.height > MAX_PIXELS:
            raise ValidationError(too_large(image.size))
        image.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
        small = in_srgb(upright(image), image.info.get("icc_profile"))
        target = BytesIO()
        small.save(target, "WEBP", quality=QUALITY, method=4, exif=b"", icc_profile=b"", xmp=b"")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise ValidationError(too_large()) from error
    except TROUBLE as error:
        raise ValidationError(
            "Cette image est abîmée ou incomplète : ouvrez-la, enregistrez-la de nouveau, puis renvoyez-la."
        ) from error
    target.seek(0)
    return target, small.size


def upright(image: Image.Image) -> Image.Image:
    """Turned as the camera was held, reduced, in one of the two modes that WebP knows."""
    turned = ImageOps.exif_transpose(image)
    if turned.mode not in {"RGB", "RGBA", "CMYK"}:
        transparent = "A" in turned.mode or "transparency" in turned.info
        turned = turned.convert("RGBA" if transparent else "RGB")
    turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return turned


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as screens expect them: the camera's own profile is dropped with the rest."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            source, screen = ImageCmsProfile(BytesIO(profile)), createProfile("sRGB")
            return profileToProfile(image, source, screen, outputMode=mode) or image
        except (PyCMSError, OSError):
            pass  # a profile of another kind of image, or nonsense: the colours are taken as they are
    return image if image.mode == mode else image.convert(mode)


def too_large(size: tuple[int, int] | None = None) -> str:
    shown = f" ({size[0]} × {size[1]} pixels)" if size else ""
    return f"Cette image est trop grande{shown} : réduisez-la à {MAX_PIXELS // 1_000_000} millions de pixels au plus."

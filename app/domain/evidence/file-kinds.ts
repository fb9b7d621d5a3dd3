/**
 * Evidence files are of the kinds that a council brings: documents, pictures, recordings, text. What
 * a file is, its content decides, never its name; the name gets the ending that its content has.
 *
 * Source: PRODUCT "evidence"; programs and documents with macros are kept out because others open
 * what one person adds.
 */
export interface FileKind {
  title: string
  /** endings without the dot; a name with none of them gets the first */
  endings: readonly [string, ...string[]]
}

const ooxml = 'application/vnd.openxmlformats-officedocument'
const odf = 'application/vnd.oasis.opendocument'

/** By media type, as it is recognised from the content. */
export const acceptedFileKinds: Readonly<Record<string, FileKind>> = {
  'application/pdf': { title: 'PDF', endings: ['pdf'] },
  [`${ooxml}.wordprocessingml.document`]: { title: 'Word document', endings: ['docx'] },
  [`${ooxml}.spreadsheetml.sheet`]: { title: 'Excel workbook', endings: ['xlsx'] },
  [`${ooxml}.presentationml.presentation`]: { title: 'PowerPoint slides', endings: ['pptx'] },
  [`${odf}.text`]: { title: 'OpenDocument text', endings: ['odt'] },
  [`${odf}.spreadsheet`]: { title: 'OpenDocument spreadsheet', endings: ['ods'] },
  [`${odf}.presentation`]: { title: 'OpenDocument slides', endings: ['odp'] },
  'application/rtf': { title: 'Rich text', endings: ['rtf'] },
  'message/rfc822': { title: 'Email', endings: ['eml'] },
  'text/plain': { title: 'Text', endings: ['txt', 'text', 'md', 'csv', 'tsv', 'log'] },
  'text/csv': { title: 'CSV table', endings: ['csv', 'tsv', 'txt'] },
  'image/jpeg': { title: 'JPEG picture', endings: ['jpg', 'jpeg'] },
  'image/png': { title: 'PNG picture', endings: ['png'] },
  'image/heic': { title: 'HEIC picture', endings: ['heic', 'heif'] },
  'image/heif': { title: 'HEIF picture', endings: ['heif', 'heic'] },
  'image/webp': { title: 'WebP picture', endings: ['webp'] },
  'image/gif': { title: 'GIF picture', endings: ['gif'] },
  'image/tiff': { title: 'TIFF picture', endings: ['tif', 'tiff'] },
  'audio/mpeg': { title: 'MP3 recording', endings: ['mp3'] },
  'audio/mp4': { title: 'M4A recording', endings: ['m4a', 'mp4'] },
  'audio/x-m4a': { title: 'M4A recording', endings: ['m4a', 'mp4'] },
  'audio/wav': { title: 'WAV recording', endings: ['wav'] },
  'audio/ogg': { title: 'OGG recording', endings: ['ogg', 'oga', 'opus'] },
  'audio/ogg; codecs=opus': { title: 'Opus recording', endings: ['opus', 'ogg', 'oga'] },
  'audio/aac': { title: 'AAC recording', endings: ['aac'] },
  'audio/amr': { title: 'AMR recording', endings: ['amr'] },
  'video/mp4': { title: 'MP4 video', endings: ['mp4', 'm4v'] },
  'video/x-m4v': { title: 'MP4 video', endings: ['m4v', 'mp4'] },
  'video/quicktime': { title: 'QuickTime video', endings: ['mov'] },
  'video/3gpp': { title: '3GP video', endings: ['3gp'] },
  'video/webm': { title: 'WebM recording', endings: ['webm'] },
}

export const fileKindTitle = (mediaType: string): string =>
  acceptedFileKinds[mediaType]?.title ?? 'File'

const whatIsTaken = 'Add a PDF, an Office document, a picture, a recording or plain text.'

/** Why a file that was recognised as `mediaType` (undefined: as nothing we know) is not taken. */
export function whyNotTaken(mediaType: string | undefined): string {
  const type = mediaType ?? ''
  if (
    /x-msdownload|x-elf|x-mach|java|x-dosexec|x-msi|x-sh|android|wasm|shockwave|x-ms-shortcut|x\.apple\.alias|\.deb|x-rpm|chrome-extension/.test(
      type,
    )
  ) {
    return `This is a program, not a document. ${whatIsTaken}`
  }
  if (/macroenabled/i.test(type)) {
    return 'This document holds macros, which can run programs. Save it without macros, or as a PDF, and add that.'
  }
  if (/x-cfb/.test(type)) {
    return 'This is an older Office file, an Outlook message, or protected by a password. Save it without a password as DOCX, XLSX, PPTX or PDF, and add that.'
  }
  if (
    /\/(?:zip|x-zip|x-rar|x-7z|gzip|x-tar|x-bzip|x-xz|zstd|x-lzip|x-iso|vnd\.ms-cab|x-compress|x-unix-archive)/.test(
      type,
    )
  ) {
    return 'This is several files packed into one. Unpack it and add the files one by one.'
  }
  if (/html|xml|svg/.test(type)) {
    return 'This is a web page or a drawing that can run scripts. Save it as a PDF and add that.'
  }
  return `Waymark does not know this kind of file. ${whatIsTaken}`
}

/** "812 bytes", "64 KB", "2.3 MB": in steps of 1,024, as the council's computers count. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const kilobytes = Math.round(bytes / 1024)
  if (kilobytes < 1000) return `${kilobytes} KB`
  const megabytes = bytes / 1024 ** 2
  if (megabytes >= 999.5) return `${Number((megabytes / 1024).toFixed(1))} GB`
  return megabytes < 99.95 ? `${Number(megabytes.toFixed(1))} MB` : `${Math.round(megabytes)} MB`
}

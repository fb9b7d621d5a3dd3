/** What we use of libheif-js, whose types are those of its compiler and stand beside another file. */
declare module 'libheif-js/libheif-wasm/libheif-bundle.mjs' {
  /** a thing of the library's own, or what went wrong */
  type Told = { code?: unknown; message?: string }
  type Handle = Told & { readonly isHandle: unique symbol }
  type Kept = { readonly isContext: unique symbol }

  interface Libheif {
    heif_error_code: { heif_error_Ok: unknown }
    heif_colorspace: { heif_colorspace_RGB: unknown }
    heif_chroma: {
      heif_chroma_interleaved_RGBA: unknown
    }
    heif_context_alloc(): Kept
    heif_context_read_from_memory(context: Kept, bytes: Uint8Array): Told
    heif_js_context_get_primary_image_handle(context: Kept): Handle
    heif_image_handle_get_width(handle: Handle): number
    heif_image_handle_get_height(handle: Handle): number
    heif_js_decode_image2(
      handle: Handle,
      colours: unknown,
      form: unknown,
    ): Told & {
      channels: { width: number; height: number; stride: number; data: Uint8Array }[]
    }
  }

  /** Begins with memory of its own, which goes when nothing holds it any more. */
  export default function libheif(): Libheif
}

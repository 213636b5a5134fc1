internal import CPangoCairo

/// Takes in what the drawing library writes.
final class ByteSink {
    private(set) var bytes: [UInt8] = []

    /// The surface of a document that is written here.
    ///
    /// The sink must be there until the surface is finished.
    func surface() -> OpaquePointer? {
        let write: cairo_write_func_t = { sink, data, count in
            guard let sink, let data else { return CAIRO_STATUS_WRITE_ERROR }
            Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue()
                .bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
            return CAIRO_STATUS_SUCCESS
        }
        return cairo_pdf_surface_create_for_stream(
            write, Unmanaged.passUnretained(self).toOpaque(), Sheet.width, Sheet.height)
    }
}

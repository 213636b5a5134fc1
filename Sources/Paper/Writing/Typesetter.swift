internal import CPangoCairo
internal import HTML
internal import Messages

/// Measures and draws texts on the pages of a PDF.
///
/// Nothing here depends on the machine but the fonts: neither its language nor its time zone, nor how its screen is made.
final class Typesetter {
    private let sink = ByteSink()
    private let surface: OpaquePointer
    /// What everything is drawn with.
    let cairo: OpaquePointer
    private let layout: OpaquePointer
    private var fonts: [LetterStyle: OpaquePointer] = [:]
    private var isFinished = false

    /// The longest text that is looked at: more does not fit on a page, and a name may be megabytes long.
    private static let longest = 6_000
    private static let families = "PT Sans,Noto Sans,DejaVu Sans,sans-serif"
    private static let monoFamilies = "PT Mono,Noto Sans Mono,DejaVu Sans Mono,monospace"

    init(_ document: PaperDocument) throws(PaperFailure) {
        guard let surface = sink.surface(), let cairo = cairo_create(surface),
            let layout = pango_cairo_create_layout(cairo)
        else { throw .notDrawn(reason: "no memory") }
        self.surface = surface
        self.cairo = cairo
        self.layout = layout
        // Later versions pack their objects, and the language could not be entered.
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
        describe(document)
        prepare(document.language)
    }

    deinit {
        for font in fonts.values { pango_font_description_free(font) }
        g_object_unref(UnsafeMutableRawPointer(layout))
        cairo_destroy(cairo)
        if !isFinished { cairo_surface_finish(surface) }
        cairo_surface_destroy(surface)
    }

    private func describe(_ document: PaperDocument) {
        let facts = [
            (CAIRO_PDF_METADATA_TITLE, document.title), (CAIRO_PDF_METADATA_AUTHOR, document.author),
            (CAIRO_PDF_METADATA_CREATOR, "Stimul"), (CAIRO_PDF_METADATA_CREATE_DATE, document.created),
            (CAIRO_PDF_METADATA_MOD_DATE, document.created),
        ]
        for (fact, text) in facts { cairo_pdf_surface_set_metadata(surface, fact, Self.cleaned(text)) }
    }

    private func prepare(_ language: HTML.Language) {
        let context = pango_layout_get_context(layout)
        pango_context_set_language(context, pango_language_from_string(language.rawValue))
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        pango_context_set_round_glyph_positions(context, 0)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_layout_set_auto_dir(layout, 0)
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
        // Figures of one width under each other; no joined letters, which a search would not find.
        let attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1, lnum=1, liga=0, clig=0"))
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
    }

    /// Ends the page that is drawn on.
    func endPage() { cairo_show_page(cairo) }

    /// The bytes of the whole document.
    func finish() throws(PaperFailure) -> [UInt8] {
        isFinished = true
        let drawn = cairo_status(cairo)
        cairo_surface_finish(surface)
        let written = cairo_surface_status(surface)
        guard let failure = [drawn, written].first(where: { $0 != CAIRO_STATUS_SUCCESS }) else { return sink.bytes }
        throw .notDrawn(reason: cairo_status_to_string(failure).map { String(cString: $0) } ?? "")
    }

    // MARK: Texts

    /// How high a text is in a room of this width.
    ///
    /// - Parameter lines: How many it may have; what goes beyond ends with an ellipsis.
    func height(of text: String, _ style: LetterStyle, width: Double, lines: Int = 1_000) -> Double {
        guard !text.isEmpty else { return 0 }
        set(text, style, width: width, lines: lines, side: .left)
        return size.height
    }

    /// How wide a text of one line is.
    func width(of text: String, _ style: LetterStyle) -> Double {
        set(text, style, width: nil, lines: 1, side: .left)
        return size.width
    }

    /// Draws a text with its upper left corner at a place.
    func draw(
        _ text: String, _ style: LetterStyle, x: Double, y: Double, width: Double, lines: Int = 1_000,
        side: TextSide = .left
    ) {
        guard !text.isEmpty else { return }
        set(text, style, width: width, lines: lines, side: side)
        cairo_move_to(cairo, x, y)
        show(style)
    }

    /// Draws a text of one line on a base line, with its anchor at a place; tells the box that its letters fill.
    func drawLine(_ text: String, _ style: LetterStyle, x: Double, base: Double, anchor: TextAnchor, ground: Double) {
        set(text, style, width: nil, lines: 1, side: .left)
        let size = size
        let left =
            switch anchor {
            case .start: x
            case .middle: x - size.width / 2
            case .end: x - size.width
            }
        let baseline = Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE)
        // The ground behind letters keeps them readable over lines.
        rectangle(x: left - 1, y: base - style.size * 0.8, width: size.width + 2, height: style.size, grey: ground)
        cairo_move_to(cairo, left, base - baseline)
        show(style)
    }

    private func show(_ style: LetterStyle) {
        cairo_set_source_rgb(cairo, style.grey, style.grey, style.grey)
        pango_cairo_show_layout(cairo, layout)
    }

    private var size: (width: Double, height: Double) {
        var width: Int32 = 0
        var height: Int32 = 0
        pango_layout_get_size(layout, &width, &height)
        return (Double(width) / Double(PANGO_SCALE), Double(height) / Double(PANGO_SCALE))
    }

    private func set(_ text: String, _ style: LetterStyle, width: Double?, lines: Int, side: TextSide) {
        pango_layout_set_font_description(layout, font(style))
        pango_layout_set_alignment(layout, side == .right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT)
        pango_layout_set_width(layout, width.map { Int32($0 * Double(PANGO_SCALE)) } ?? -1)
        pango_layout_set_height(layout, -Int32(lines))
        pango_layout_set_text(layout, Self.cleaned(text), -1)
    }

    /// A text that neither hides nor turns anything round, of a length that somebody reads.
    private static func cleaned(_ text: String) -> String {
        let short = text.utf8.count > longest ? String(text.unicodeScalars.prefix(longest)) : text
        let shown = VisibleText.line(short)
        guard shown.unicodeScalars.contains(where: isNoCharacter) else { return shown }
        return String(String.UnicodeScalarView(shown.unicodeScalars.map { isNoCharacter($0) ? "\u{FFFD}" : $0 }))
    }

    /// What Unicode keeps for no character (U+FDD0 to U+FDEF, and the last two of each plane): the library refuses it.
    private static func isNoCharacter(_ scalar: Unicode.Scalar) -> Bool {
        (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
    }

    private func font(_ style: LetterStyle) -> OpaquePointer? {
        if let known = fonts[style] { return known }
        guard let font = pango_font_description_new() else { return nil }
        pango_font_description_set_family(font, style.isMono ? Self.monoFamilies : Self.families)
        pango_font_description_set_weight(font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
        fonts[style] = font
        return font
    }

    // MARK: Lines and areas

    /// A level line.
    func rule(x: Double, y: Double, width: Double, thickness: Double = 0.5, grey: Double = 0.8) {
        rectangle(x: x, y: y - thickness / 2, width: width, height: thickness, grey: grey)
    }

    /// A filled rectangle.
    func rectangle(x: Double, y: Double, width: Double, height: Double, grey: Double) {
        cairo_set_source_rgb(cairo, grey, grey, grey)
        cairo_rectangle(cairo, x, y, width, height)
        cairo_fill(cairo)
    }
}

internal import CXML

/// Reads a part of a workbook as XML, piece by piece, and tells a listener.
///
/// No document type is accepted, so that there are no entities besides the five of XML itself and references to characters, and
/// nothing outside the part is ever opened.
enum XMLDocument {
    /// The parser's own tables are made once.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// Tells the whole document, or as much of it as the listener wants.
    ///
    /// - Throws: ``WorkbookFault``, or what the listener throws, except ``ReadingEnds``.
    static func read<Listener: XMLListener>(_ part: ZipPart, to listener: Listener) throws {
        _ = isReady
        // What the parser says about encodings it says to the thread, not to the document; it is not to be printed.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        let events = XMLEvents(part, XMLHearing(listener))
        let context = Unmanaged.passUnretained(events).toOpaque()
        var handler = handler
        guard
            let parser = xmlCreateIOParserCtxt(
                &handler, context, { XMLDocument.fill($0, $1, $2) }, nil, context, XML_CHAR_ENCODING_NONE)
        else {
            if let failure = events.failure { throw failure }
            throw WorkbookFault.damaged(part: part.name, detail: "no XML")
        }
        defer { xmlFreeParserCtxt(parser) }
        // No network; and text is handed over without being copied into nodes, for there is no tree.
        xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
        events.parser = parser
        let isDone = withExtendedLifetime(events) { xmlParseDocument(parser) == 0 && parser.pointee.wellFormed != 0 }
        events.parser = nil
        if let failure = events.failure {
            if failure is ReadingEnds { return }
            throw failure
        }
        guard isDone else { throw WorkbookFault.damaged(part: part.name, detail: Self.detail(parser)) }
        try part.finish()
    }

    private static func events(_ context: UnsafeMutableRawPointer?) -> XMLEvents? {
        context.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func fill(
        _ context: UnsafeMutableRawPointer?, _ target: UnsafeMutablePointer<CChar>?, _ capacity: Int32
    ) -> Int32 {
        guard let target, let events = events(context) else { return -1 }
        return events.fill(target, Int(capacity))
    }

    /// Where the parser stumbled: `XML, line 12, error 76`.
    private static func detail(_ parser: xmlParserCtxtPtr) -> String {
        guard let error = xmlCtxtGetLastError(parser) else { return "XML" }
        return "XML, line \(error.pointee.line), error \(error.pointee.code)"
    }

    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { context, local, _, space, namespaces, _, count, _, attributes in
            guard let local else { return }
            XMLDocument.events(context)?.begin(
                local, space, XMLAttributes(attributes, count: Int(count)), Int(namespaces))
        }
        handler.endElementNs = { context, local, _, space in
            guard let local else { return }
            XMLDocument.events(context)?.end(local, space)
        }
        handler.characters = { context, bytes, count in
            XMLDocument.events(context)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.internalSubset = { context, _, _, _ in XMLDocument.events(context)?.refuseDocumentType() }
        // Errors are asked for at the end; nothing is printed.
        handler.serror = { _, _ in }
        return handler
    }
}

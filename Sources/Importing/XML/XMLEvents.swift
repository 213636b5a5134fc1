internal import CXML

/// Stands between the parser, which is C, and a listener: keeps what a callback cannot throw, and bounds what a document can
/// make the parser do.
class XMLEvents {
    /// Bytes that may pass without an event. The parser compares all attributes of an element with each other, so that one
    /// element without end would take time by the square of its length.
    private static let longestSilence = 128 << 10
    /// Attributes, and namespaces, of one element.
    private static let mostAttributes = 256
    /// Elements inside one another; sheets need about ten.
    private static let deepest = 64

    private let part: ZipPart
    /// The parser, while it works.
    var parser: xmlParserCtxtPtr?
    /// Why the reading ended before the document did.
    private(set) var failure: (any Error)?
    fileprivate var silence = 0
    fileprivate var depth = 0

    init(_ part: ZipPart) {
        self.part = part
    }

    /// The document goes on with more bytes; below zero when there was a failure.
    final func fill(_ target: UnsafeMutablePointer<CChar>, _ capacity: Int) -> Int32 {
        guard failure == nil else { return -1 }
        do {
            guard silence <= Self.longestSilence else { throw WorkbookFault.tooLarge(.element(part.name)) }
            let count = try part.read(into: UnsafeMutableRawBufferPointer(start: target, count: capacity))
            silence += count
            return Int32(count)
        } catch {
            fail(error)
            return -1
        }
    }

    /// Ends the reading.
    final func fail(_ error: any Error) {
        if failure == nil { failure = error }
        if let parser { xmlStopParser(parser) }
    }

    /// A document type begins.
    final func refuseDocumentType() { fail(WorkbookFault.documentType(part: part.name)) }

    fileprivate final func enter(_ attributes: Int, _ namespaces: Int) throws {
        silence = 0
        depth += 1
        guard attributes <= Self.mostAttributes, namespaces <= Self.mostAttributes, depth <= Self.deepest else {
            throw WorkbookFault.tooLarge(.element(part.name))
        }
    }

    /// An element begins; names and values are the parser's, and valid for the time of the call.
    func begin(
        _ local: UnsafePointer<UInt8>, _ space: UnsafePointer<UInt8>?, _ attributes: XMLAttributes, _ namespaces: Int
    ) {}
    /// An element ends.
    func end(_ local: UnsafePointer<UInt8>, _ space: UnsafePointer<UInt8>?) {}
    /// A piece of text.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The events of a document for a listener that knows some of its elements.
final class XMLEventsFor<Listener: XMLListener>: XMLEvents {
    /// The parser keeps one copy of every name, so that its address tells the element; this remembers which.
    private struct Known {
        var local: UnsafePointer<UInt8>?
        var space: UnsafePointer<UInt8>?
        var element: Listener.Element?
    }

    private let listener: Listener
    private let known: UnsafeMutableBufferPointer<Known>

    init(_ part: ZipPart, _ listener: Listener) {
        self.listener = listener
        known = .allocate(capacity: 256)
        known.initialize(repeating: Known())
        super.init(part)
    }

    deinit { known.deallocate() }

    @inline(__always)
    private func element(_ local: UnsafePointer<UInt8>, _ space: UnsafePointer<UInt8>?) -> Listener.Element? {
        let address = UInt(bitPattern: local)
        let slot = Int(truncatingIfNeeded: (address ^ (address >> 8)) & 255)
        if known[slot].local == local, known[slot].space == space { return known[slot].element }
        let element = XMLNames.name(local, space).flatMap(Listener.Element.init(rawValue:))
        known[slot] = Known(local: local, space: space, element: element)
        return element
    }

    override func begin(
        _ local: UnsafePointer<UInt8>, _ space: UnsafePointer<UInt8>?, _ attributes: XMLAttributes, _ namespaces: Int
    ) {
        guard failure == nil else { return }
        do {
            try enter(attributes.count, namespaces)
            try listener.begin(element(local, space), attributes)
        } catch { fail(error) }
    }

    override func end(_ local: UnsafePointer<UInt8>, _ space: UnsafePointer<UInt8>?) {
        guard failure == nil else { return }
        silence = 0
        depth -= 1
        do { try listener.end(element(local, space)) } catch { fail(error) }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard failure == nil else { return }
        silence = 0
        do { try listener.text(bytes) } catch { fail(error) }
    }
}

internal import CXML

/// Stands between the parser, which is C, and a listener: keeps what a callback cannot throw, and bounds what a document can
/// make the parser do.
final class XMLEvents {
    /// Bytes that may pass without an event. The parser compares all attributes of an element with each other, so that one
    /// element without end would take time by the square of its length.
    private static let longestSilence = 128 << 10
    /// Attributes of one element.
    private static let mostAttributes = 256
    /// Namespaces in force at once. The parser looks through them for every element; office programs declare about forty.
    private static let mostNamespaces = 256
    /// Elements inside one another; sheets need about ten.
    private static let deepest = 64

    /// What an address of a name stands for.
    private struct Known {
        var local: UnsafePointer<UInt8>?
        var space: UnsafePointer<UInt8>?
        var number = -1
    }

    private let part: ZipPart
    private let hearing: XMLHearing
    private let known: UnsafeMutableBufferPointer<Known>
    /// The parser, while it works.
    var parser: xmlParserCtxtPtr?
    /// Why the reading ended before the document did.
    private(set) var failure: (any Error)?
    private var silence = 0
    /// The namespaces in force, and how many of them each open element has declared.
    private var namespaces = 0
    private var declared: [Int] = []

    init(_ part: ZipPart, _ hearing: XMLHearing) {
        self.part = part
        self.hearing = hearing
        known = .allocate(capacity: 256)
        known.initialize(repeating: Known())
    }

    deinit { known.deallocate() }

    /// The document goes on with more bytes; below zero when there was a failure.
    func fill(_ target: UnsafeMutablePointer<CChar>, _ capacity: Int) -> Int32 {
        guard failure == nil else { return -1 }
        do {
            guard silence <= Self.longestSilence else { throw WorkbookFault.tooLarge(.element(part.name)) }
            let count = try part.read(into: UnsafeMutableRawBufferPointer(start: target, count: capacity))
            silence += count
            return Int32(count)
        } catch {
            // The parser must not be stopped while it waits for bytes: it takes their absence for the end.
            failure = error
            return -1
        }
    }

    /// Ends the reading.
    func fail(_ error: any Error) {
        if failure == nil { failure = error }
        if let parser { xmlStopParser(parser) }
    }

    /// A document type begins.
    func refuseDocumentType() { fail(WorkbookFault.documentType(part: part.name)) }

    // MARK: Events

    /// An element begins; names and values are the parser's, and valid for the time of the call.
    func begin(
        _ local: UnsafePointer<UInt8>, _ space: UnsafePointer<UInt8>?, _ attributes: XMLAttributes, _ namespaces: Int
    ) {
        guard failure == nil else { return }
        silence = 0
        do {
            self.namespaces += namespaces
            declared.append(namespaces)
            guard attributes.count <= Self.mostAttributes, self.namespaces <= Self.mostNamespaces,
                declared.count <= Self.deepest
            else { throw WorkbookFault.tooLarge(.element(part.name)) }
            try hearing.begin(number(local, space), attributes)
        } catch { fail(error) }
    }

    /// An element ends.
    func end(_ local: UnsafePointer<UInt8>, _ space: UnsafePointer<UInt8>?) {
        guard failure == nil else { return }
        silence = 0
        namespaces -= declared.popLast() ?? 0
        do { try hearing.end(number(local, space)) } catch { fail(error) }
    }

    /// A piece of text.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard failure == nil else { return }
        silence = 0
        do { try hearing.text(bytes) } catch { fail(error) }
    }

    /// The number of an element. The parser keeps one copy of every name, so that its address tells the element.
    @inline(__always)
    private func number(_ local: UnsafePointer<UInt8>, _ space: UnsafePointer<UInt8>?) -> Int {
        let address = UInt(bitPattern: local)
        let slot = Int(truncatingIfNeeded: (address ^ (address >> 8)) & 255)
        if known[slot].local == local, known[slot].space == space { return known[slot].number }
        let number = XMLNames.name(local, space).map(hearing.number) ?? -1
        known[slot] = Known(local: local, space: space, number: number)
        return number
    }
}

/// A listener without its type: its elements are numbers, and one that it does not know is -1.
///
/// Events come by the million, and code that is generic over the listener would look its type up for each of them.
struct XMLHearing {
    let number: (String) -> Int
    let begin: (Int, XMLAttributes) throws -> Void
    let end: (Int) throws -> Void
    let text: (UnsafeBufferPointer<UInt8>) throws -> Void

    init<Listener: XMLListener>(_ listener: Listener) {
        let elements = Array(Listener.Element.allCases)
        let names = elements.map(\.rawValue)
        number = { name in names.firstIndex(of: name) ?? -1 }
        begin = { try listener.begin($0 < 0 ? nil : elements[$0], $1) }
        end = { try listener.end($0 < 0 ? nil : elements[$0]) }
        text = { try listener.text($0) }
    }
}

internal import Foundation

/// Reads a form with files as it comes, in pieces of any size (RFC 7578): nothing of a file is held but what a boundary may hide in.
///
/// Strict, since only browsers send it: no text before the first part, no padding behind a boundary.
struct MultipartReader {
    /// What was read.
    enum Event: Equatable {
        /// A part begins: the field's name, and the file's own name where it is one.
        case part(name: String, file: String?)
        /// Bytes of the part.
        case content([UInt8])
        /// The part has ended.
        case partEnd
        /// The form has ended.
        case end
    }

    /// Why it is no such form.
    enum Fault: Error {
        /// Something is not written as it must be.
        case malformed
        /// More parts than any form of ours has.
        case tooManyParts
    }

    private enum State {
        case start, boundary, head, content, end
    }

    /// The most parts.
    static let mostParts = 8
    /// The longest boundary (RFC 2046, 5.1.1).
    static let longestBoundary = 70
    /// The longest head of a part.
    private static let longestHead = 4_096

    private let delimiter: [UInt8]
    private var state = State.start
    private var pending: [UInt8] = []
    private var parts = 0

    /// A reader for a form of a type; nil when it is no form with files, or its boundary is none.
    init?(contentType: String) {
        guard let boundary = Self.boundary(of: contentType) else { return nil }
        delimiter = Array("\r\n--".utf8) + boundary
        // The first boundary has no line break before it; it is found like the others.
        pending = [0x0D, 0x0A]
    }

    /// Whether the form has ended.
    var isFinished: Bool { state == .end }

    /// Takes the next piece and tells what it holds.
    mutating func take(_ bytes: some Collection<UInt8>) throws(Fault) -> [Event] {
        // What comes behind the last boundary means nothing.
        if state == .end { return [] }
        pending.append(contentsOf: bytes)
        var events: [Event] = []
        var place = 0
        while let next = try step(from: place, &events) { place = next }
        pending.removeFirst(place)
        return events
    }

    /// Goes on from a place; nil when more bytes are needed.
    private mutating func step(from place: Int, _ events: inout [Event]) throws(Fault) -> Int? {
        switch state {
        case .start:
            guard pending.count - place >= delimiter.count else { return nil }
            guard pending[place..<place + delimiter.count].elementsEqual(delimiter) else { throw .malformed }
            state = .boundary
            return place + delimiter.count
        case .boundary:
            guard pending.count - place >= 2 else { return nil }
            switch (pending[place], pending[place + 1]) {
            case (0x0D, 0x0A): state = .head
            case (UInt8(ascii: "-"), UInt8(ascii: "-")):
                state = .end
                events.append(.end)
            default: throw .malformed
            }
            return place + 2
        case .head: return try head(from: place, &events)
        case .content: return content(from: place, &events)
        case .end: return place == pending.count ? nil : pending.count
        }
    }

    // MARK: Heads

    private mutating func head(from place: Int, _ events: inout [Event]) throws(Fault) -> Int? {
        let rest = pending[place...]
        guard let end = Self.find([0x0D, 0x0A, 0x0D, 0x0A], in: rest) else {
            if rest.count > Self.longestHead { throw .malformed }
            return nil
        }
        guard end - place <= Self.longestHead, let text = String(validating: pending[place..<end], as: UTF8.self),
            let (name, file) = Self.disposition(text)
        else { throw .malformed }
        parts += 1
        guard parts <= Self.mostParts else { throw .tooManyParts }
        events.append(.part(name: name, file: file))
        state = .content
        return end + 4
    }

    /// The names of a part, by its one `Content-Disposition`.
    private static func disposition(_ head: String) -> (name: String, file: String?)? {
        var found: (String, String?)?
        for line in head.split(separator: "\r\n", omittingEmptySubsequences: false) {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            guard line[..<colon].lowercased() == "content-disposition" else { continue }
            guard found == nil else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            guard value.lowercased().hasPrefix("form-data;"), let name = parameter("name", of: value), !name.isEmpty
            else { return nil }
            found = (name, parameter("filename", of: value))
        }
        return found
    }

    /// A quoted value. Browsers write a quotation mark and line breaks in it as `%22`, `%0D`, `%0A`.
    private static func parameter(_ name: String, of value: Substring) -> String? {
        guard let start = value.range(of: "; \(name)=\"") ?? value.range(of: ";\(name)=\"") else { return nil }
        let rest = value[start.upperBound...]
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        return rest[..<end].replacingOccurrences(of: "%22", with: "\"").replacingOccurrences(of: "%0D", with: " ")
            .replacingOccurrences(of: "%0A", with: " ")
    }

    private static func boundary(of contentType: String) -> [UInt8]? {
        let parts = contentType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        let named = parts.dropFirst().filter { $0.lowercased().hasPrefix("boundary=") }
        guard named.count == 1, var value = named.first?.dropFirst("boundary=".count) else { return nil }
        if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") { value = value.dropFirst().dropLast() }
        let bytes = Array(value.utf8)
        guard (1...longestBoundary).contains(bytes.count), bytes.allSatisfy(isBoundaryByte) else { return nil }
        return bytes
    }

    private static func isBoundaryByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: "'()+_,-./:=?".utf8.contains(byte)
        }
    }

    // MARK: Contents

    /// Tells everything before the next boundary, or as much as cannot be the beginning of one.
    private mutating func content(from place: Int, _ events: inout [Event]) -> Int? {
        let rest = pending[place...]
        if let end = Self.find(delimiter, in: rest) {
            if end > place { events.append(.content(Array(pending[place..<end]))) }
            events.append(.partEnd)
            state = .boundary
            return end + delimiter.count
        }
        let safe = max(place, pending.count - delimiter.count + 1)
        guard safe > place else { return nil }
        events.append(.content(Array(pending[place..<safe])))
        return safe
    }

    /// Where a row of bytes begins.
    private static func find(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBytes { memory -> Int? in
            guard let base = memory.baseAddress, let first = wanted.first else { return nil }
            var place = 0
            while place + wanted.count <= memory.count {
                guard let found = memchr(base + place, Int32(first), memory.count - place) else { return nil }
                let start = UnsafeRawPointer(found) - base
                guard start + wanted.count <= memory.count else { return nil }
                if memory[start..<start + wanted.count].elementsEqual(wanted) { return bytes.startIndex + start }
                place = start + 1
            }
            return nil
        }
    }
}

import Calculation
import Company
import Foundation
import Messages
import Testing

@testable import Storage
@testable import StoredColumns

@Suite("A damaged file of columns is found out when it is opened")
struct ColumnDamageTests {
    @Test("cut off at the beginning and the end of every section, a byte less and a byte more")
    func truncated() async throws {
        let company = try StoredCompany.small()
        try company.store()
        let file = try ColumnFile(mapping: company.cache.path)
        let whole = try company.stored
        let edges = file.sections.flatMap { [$0.offset, $0.offset + $0.length] }.map { Int($0) }
        let lengths = Set(([0, 1, 7, 8, 9, 63, 64, whole.count - 1] + edges.flatMap { [$0 - 1, $0, $0 + 1] }))
        for length in lengths.sorted() where length < whole.count {
            try company.replaceStored(Array(whole[..<length]))
            let failure = await company.failure
            switch (length, failure) {
            case (..<8, .notColumns), (8..., .wrongLength(_, _, UInt64(length))): break
            default: Issue.record("\(length) bytes: \(String(describing: failure))")
            }
        }
        try company.replaceStored(whole + [0])
        #expect(
            await company.failure
                == .wrongLength(
                    path: company.cache.path, expected: UInt64(whole.count), found: UInt64(whole.count) + 1))
    }

    @Test("one bit flipped in any byte")
    func flipped() async throws {
        let company = try StoredCompany.small()
        try company.store()
        let whole = try company.stored
        for place in whole.indices where place < 128 || place % 7 == 0 || place > whole.count - 100 {
            var bytes = whole
            bytes[place] ^= 1 << UInt8(place % 8)
            try company.replaceStored(bytes)
            if await company.failure == nil { Issue.record("byte \(place) was not missed") }
        }
        try company.replaceStored(whole)
        #expect(await company.failure == nil)
    }

    @Test("the section that is damaged is named")
    func named() async throws {
        let company = try StoredCompany.small()
        try company.store()
        let entry = try #require(
            try ColumnFile(mapping: company.cache.path).sections.first { $0.name == "lines.0.days" })
        var bytes = try company.stored
        bytes[Int(entry.offset)] ^= 0xFF
        try company.replaceStored(bytes)
        let failure = try #require(await company.failure)
        #expect(failure == .damaged(path: company.cache.path, section: "lines.0.days"))
        #expect(failure.text.en == "'\(company.cache.path)' is damaged in the section 'lines.0.days'")
        #expect(failure.text.ru == "«\(company.cache.path)» повреждён в разделе «lines.0.days»")
    }

    @Test("events are looked at when somebody asks for them: damaged ones are empty, and it is known which")
    func late() async throws {
        let company = try StoredCompany.small()
        try company.store()
        let whole = try company.stored
        let sections = try ColumnFile(mapping: company.cache.path).sections.filter { section in
            section.length > 0 && (section.name.hasPrefix("events.") || section.name.hasPrefix("splits."))
        }
        var met: Set<String> = []
        for section in sections {
            var bytes = whole
            bytes[Int(section.offset)] ^= 0xFF
            try company.replaceStored(bytes)
            guard let (model, tables, columns) = try? await company.open() else {
                // What is converted is looked at when the file is opened.
                #expect(section.name.contains(".converted."), "\(section.name)")
                continue
            }
            let engine = await LineEngine.computed(model, tables: tables)
            _ = model.lines(engine)
            _ = model.writtenOut
            _ = model.lines(EventEngine(model))
            #expect(
                columns.lateDamage == .damaged(path: company.cache.path, section: section.name), "\(section.name)")
            met.insert(section.name)
        }
        #expect(met.isSuperset(of: ["events.0.column.0", "events.0.column.3.texts", "events.0.keys.0.offsets"]))
        #expect(met.contains("splits.0.shares"), "\(sections.map(\.name))")
    }

    @Test("lines that are laid out of damaged events are computed of nothing, and it is known what was damaged")
    func laidOut() async throws {
        let company = try StoredCompany.small()
        try company.store()
        let whole = try company.stored
        // The day, the seller, the amount and the kind; the currency is asked for by nobody.
        for name in [0, 1, 2, 4].map({ "events.0.column.\($0)" }) {
            var bytes = whole
            let section = try #require(
                try ColumnFile(mapping: company.cache.path).sections.first { $0.name == name })
            bytes[Int(section.offset)] ^= 0xFF
            try company.replaceStored(bytes)
            let (model, _, columns) = try await company.open()
            let engine = await LineEngine.computed(model, tables: [], packed: columns.packedEvents)
            _ = model.lines(engine)
            #expect(columns.lateDamage == .damaged(path: company.cache.path, section: name), "\(name)")
            try company.replaceStored(whole)
        }
    }

    @Test("a directory that leads outside of the file, with its checksums in order")
    func forged() async throws {
        let company = try StoredCompany.small()
        try company.store()
        let whole = try company.stored
        let path = company.cache.path
        for (directory, sections) in [
            (UInt64.max, UInt64(1)), (64, .max), (UInt64(whole.count), 1), (UInt64(whole.count) - 80, .max / 80 + 1),
            (0, 0),
        ] {
            let header = ColumnLayout.Header(
                length: UInt64(whole.count), directory: directory, sections: sections, fingerprint: 1,
                directoryChecksum: 0)
            try company.replaceStored(header.bytes + whole[64...])
            #expect(await company.failure == .damaged(path: path, section: "directory"))
        }
        for (offset, length, width) in [
            (UInt64(64), UInt64.max, UInt32(1)), (64, .max - 63, 1), (64, 64, 0), (64, 65, 1), (128, 0, 1),
            (.max - 10, 20, 1), (64, 10, 4),
        ] {
            let entry = ColumnLayout.Entry(name: "a", offset: offset, length: length, width: width, checksum: 0)
            let header = ColumnLayout.Header(
                length: 64 + 64 + 80, directory: 128, sections: 1, fingerprint: 1,
                directoryChecksum: ColumnChecksum.of(entry.bytes))
            try company.replaceStored(header.bytes + [UInt8](repeating: 0, count: 64) + entry.bytes)
            #expect(await company.failure == .damaged(path: path, section: "directory"))
        }
    }

    @Test("another format, another byte order, no columns at all, another build, nothing")
    func others() async throws {
        let company = try StoredCompany.small()
        let path = company.cache.path
        #expect(await company.failure == .missing(path: path))
        try company.store()
        let header = ColumnLayout.Header(length: 64, directory: 64, sections: 0, fingerprint: 0, directoryChecksum: 0)
        var newer = header.bytes
        newer[8] = 9
        try company.replaceStored(newer.prefix(56) + ColumnChecksum.of(Array(newer.prefix(56))).bytes)
        #expect(await company.failure == .otherVersion(path: path, 9))
        var turned = header.bytes
        turned.replaceSubrange(12..<16, with: turned[12..<16].reversed())
        try company.replaceStored(turned)
        #expect(await company.failure == .otherByteOrder(path: path))
        try company.replaceStored(Array("id,date\n1,2026-01-01\n".utf8))
        #expect(await company.failure == .notColumns(path: path))
        try company.store()
        let other = ColumnCache(of: company.folder, program: "another")
        #expect(throws: ColumnFailure.otherProgram(path: path)) { try other.open() }
    }
}

@Suite("The checksum of columns")
struct ColumnChecksumTests {
    @Test("any change within one word is found, at any length", arguments: [1, 7, 8, 63, 64, 65, 127, 128, 200])
    func oneByte(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let checksum = ColumnChecksum.of(bytes)
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << bit
                #expect(ColumnChecksum.of(changed) != checksum)
            }
        }
    }

    @Test("zeros at the end count")
    func zeros() {
        let checksums = Set((0...200).map { ColumnChecksum.of([UInt8](repeating: 0, count: $0)) })
        #expect(checksums.count == 201)
    }

    @Test("that of a file on disk is that of its bytes", arguments: [0, 1, 63, 64, 65, 1 << 20, 1 << 20 + 7])
    func checksum(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let path = NSTemporaryDirectory() + "stimul-bytes-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(ColumnChecksum.of(try FileBytes(of: path)) == ColumnChecksum.of(bytes))
    }
}

extension StoredCompany {
    var stored: [UInt8] {
        get throws { [UInt8](try Data(contentsOf: URL(fileURLWithPath: cache.path))) }
    }

    func replaceStored(_ bytes: some Sequence<UInt8>) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: cache.path))
    }

    /// Why the columns cannot be opened, or what of them is damaged.
    var failure: ColumnFailure? {
        get async {
            do {
                try await cache.open().verify(threads: 2)
                return nil
            } catch {
                return error
            }
        }
    }
}

extension UInt64 {
    fileprivate var bytes: [UInt8] { withUnsafeBytes(of: littleEndian) { Array($0) } }
}

@Suite("A column of lines whose numbers are not those it promises is refused")
struct LineColumnRangeTests {
    @Test(
        "numbers from 100 on, -128 stands for none",
        arguments: [
            ([Int8](), true, 100...110, true), ([0, 5, 10], false, 100...110, true),
            ([0, 5, 11], false, 100...110, false),
            ([-1, 5], false, 100...110, false), ([-128, 5], true, 100...110, true),
            ([-128, 5], false, 100...110, false), ([-128, -128], true, 100...110, true),
            ([-128, 127], true, 227...227, true), ([-128, 127], true, 226...226, false),
        ] as [([Int8], Bool, ClosedRange<Int64>, Bool)])
    func range(stored: [Int8], mayBeEmpty: Bool, range: ClosedRange<Int64>, isKept: Bool) {
        let column = LineColumn(.one(FlatColumn(stored)), base: 100, mayBeEmpty: mayBeEmpty, range: range)
        #expect(column.keepsItsRange == isKept)
    }

    @Test("64 bits wide, at both ends")
    func wide() {
        let stored = LineColumn.Stored.eight(FlatColumn([Int64.min, .min + 1, .max]))
        #expect(LineColumn(stored, base: 0, mayBeEmpty: true, range: (.min + 1)...(.max)).keepsItsRange)
        #expect(!LineColumn(stored, base: 0, mayBeEmpty: true, range: 0...(.max)).keepsItsRange)
    }
}

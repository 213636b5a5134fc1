import Calculation
import Foundation
import Testing

@testable import Storage
@testable import StoredColumns

@Suite("A file of columns holds what was written, however large its sections are")
struct ColumnWriterTests {
    @Test("sections of all sizes, in their order", arguments: [0, 1, 100, 1_048_576, 1_048_577, 3_000_001])
    func sections(count: Int) async throws {
        let path = NSTemporaryDirectory() + "stimul-columns-\(UUID().uuidString)/company.columns"
        defer { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }
        let numbers = (0..<count).map { Int32(truncatingIfNeeded: $0 &* 7919) }
        let writer = try ColumnWriter(at: path)
        try writer.add("before", [UInt8](repeating: 1, count: 3))
        try writer.add("numbers", numbers)
        try writer.add("after", [Int64(-1), 2])
        try writer.finish(fingerprint: 5)

        let file = try ColumnFile(mapping: path)
        #expect(try file.verified("numbers", of: Int32.self).array == numbers)
        #expect(try file.verified("before", of: UInt8.self).array == [1, 1, 1])
        #expect(try file.verified("after", of: Int64.self).array == [-1, 2])
        #expect(file.fingerprint == 5)
    }
}

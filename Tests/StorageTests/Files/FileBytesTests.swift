import Company
import Foundation
import Messages
import Testing

@testable import Storage

@Suite("A table on disk is read a range at a time")
struct FileBytesTests {
    private func file(_ text: String) throws -> String {
        let path = NSTemporaryDirectory() + "stimul-bytes-\(UUID().uuidString).csv"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func text(_ file: FileBytes, _ range: Range<Int>) throws -> String {
        var bytes = [UInt8](repeating: 0, count: range.count)
        let result = bytes.withUnsafeMutableBytes { memory in
            Result { () throws(ByteSourceFailure) in try file.read(into: memory, at: range.lowerBound) }
        }
        try result.get()
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("any range of it")
    func ranges() throws {
        let path = try file("id,amount\n1,2\n")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let bytes = try FileBytes(of: path)
        #expect(bytes.count == 14)
        #expect(try text(bytes, 3..<9) == "amount")
        #expect(try text(bytes, 0..<14) == "id,amount\n1,2\n")
        #expect(try text(bytes, 14..<14) == "")
    }

    @Test("a file that is replaced or cut meanwhile is no longer read")
    func changes() throws {
        let path = try file("id\n1\n")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let bytes = try FileBytes(of: path)
        try Data("id\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: ByteSourceFailure.self) { try text(bytes, 0..<5) }
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: ByteSourceFailure.self) { try text(bytes, 0..<5) }
    }

    @Test("a file that is not there")
    func missing() {
        #expect(throws: StorageFailure.self) { try FileBytes(of: "/nowhere/sale.csv") }
    }
}

internal import CZip

/// A part of a workbook, unpacked as it is read, and only so far as the limits allow.
final class ZipPart {
    /// The part's name inside the workbook.
    let name: String
    /// The archive has to stay open meanwhile.
    private let archive: ZipArchive
    private let file: OpaquePointer
    private let limit: Int
    private let limits: WorkbookLimits
    /// Bytes as they lie packed in the file.
    private let packed: Int
    private var unpacked = 0
    private var isAtEnd = false

    init(
        _ archive: ZipArchive, _ pointer: OpaquePointer, _ number: UInt64, _ name: String, limit: Int,
        _ limits: WorkbookLimits
    ) throws {
        var status = zip_stat_t()
        guard zip_stat_index(pointer, number, 0, &status) == 0 else {
            throw WorkbookFault.damaged(part: name, detail: "zip")
        }
        if status.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, status.encryption_method != UInt16(ZIP_EM_NONE) {
            throw WorkbookFault.encrypted
        }
        guard let file = zip_fopen_index(pointer, number, 0) else {
            throw WorkbookFault.damaged(part: name, detail: String(cString: zip_strerror(pointer)))
        }
        self.name = name
        self.archive = archive
        self.file = file
        self.limit = limit
        self.limits = limits
        packed = Int(clamping: status.comp_size)
    }

    deinit { zip_fclose(file) }

    /// Unpacks the next bytes; none at the end, whose checksum is then right.
    func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        guard let address = target.baseAddress, !isAtEnd else { return 0 }
        let count = Int(zip_fread(file, address, UInt64(target.count)))
        guard count >= 0 else { throw fault }
        if count == 0 { isAtEnd = true }
        unpacked += count
        guard unpacked <= limit else { throw WorkbookFault.tooLarge(.part(name, bytes: limit)) }
        if unpacked > limits.unjudgedBytes, unpacked / max(1, packed) > limits.ratio {
            throw WorkbookFault.tooLarge(.ratio(name, times: limits.ratio))
        }
        return count
    }

    /// The first bytes, so many at most, of a part that is read for them alone.
    func head(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try withUnsafeTemporaryAllocation(byteCount: count, alignment: 8) { buffer in
            let read = try read(into: buffer)
            bytes = Array(buffer[..<read])
        }
        return bytes
    }

    /// Reads up to the end what a parser left, so that the checksum is compared.
    func finish() throws {
        try withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 8) { buffer in
            while try read(into: buffer) > 0 {}
        }
    }

    private var fault: WorkbookFault {
        let error = zip_file_get_error(file)
        if zip_error_code_zip(error) == ZIP_ER_EOF { return .truncated }
        return .damaged(part: name, detail: String(cString: zip_error_strerror(error)))
    }
}

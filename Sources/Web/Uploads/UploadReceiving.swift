internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Pages

/// Receives a form with a file: the token of the session comes first and is checked, with the right to bring files, before anything of
/// the file is kept.
struct UploadReceiving {
    let route: Route
    let request: Request
    /// Who asks, by the fields that have come so far.
    let asking: (FormFields) throws -> Asked

    /// The most bytes of a field.
    private static let longestField = 8_192

    /// What has come.
    struct Received {
        var form: FormFields
        /// The file, where it is kept.
        var file: KeptUpload?
        /// What is in it, where it is read and forgotten.
        var table: BroughtTable?
    }

    /// The form and its file, whole.
    func received() async throws -> Received {
        guard let type = request.headers[.contentType], var reader = MultipartReader(contentType: type) else {
            // Whoever may not bring files is told that first.
            let text = try await RouterBuilding.formText(request, limit: Self.longestField)
            try permit(try asking(try FormFields(text)))
            throw Problem.badInput(.badType)
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Self.mostBytes {
            throw Problem.uploadTooLarge
        }
        var parts = Parts(self)
        var count = 0
        for try await buffer in request.body {
            count += buffer.readableBytes
            guard count <= Self.mostBytes else { throw Problem.uploadTooLarge }
            for event in try events(&reader, buffer) { try parts.take(event) }
        }
        guard reader.isFinished else { throw Problem.badUpload }
        return try parts.received()
    }

    /// The file, and room for the fields around it.
    static let mostBytes = UploadStore.mostBytes + 64 * 1_024

    private func events(_ reader: inout MultipartReader, _ buffer: ByteBuffer) throws -> [MultipartReader.Event] {
        do throws(MultipartReader.Fault) { return try reader.take(buffer.readableBytesView) } catch {
            throw Problem.badUpload
        }
    }

    private func permit(_ asked: Asked) throws {
        switch route.access {
        case .right(let rights): _ = try Gate(asked: asked).everybody(rights)
        case .pay: _ = try Gate(asked: asked).pay()
        case .anybody, .halfSignedIn, .signedIn, .team, .account, .accounts, .rightOrOwn, .loopback:
            throw Problem.absent
        }
    }

    /// The parts of a form as they come.
    private struct Parts {
        private let receiving: UploadReceiving
        private var fields: [(name: String, value: String)] = []
        private var field: (name: String, bytes: [UInt8])?
        private var asked: Asked?
        private var draft: UploadStore.Draft?
        private var name: String?

        init(_ receiving: UploadReceiving) { self.receiving = receiving }

        mutating func take(_ event: MultipartReader.Event) throws {
            switch event {
            case .part(let name, nil): field = (name, [])
            case .part(_, let file?): try beginFile(file)
            case .content(let bytes):
                if field == nil {
                    try draft?.append(bytes)
                } else {
                    field?.bytes += bytes
                    guard (field?.bytes.count ?? 0) <= UploadReceiving.longestField else { throw Problem.badUpload }
                }
            case .partEnd: try endField()
            case .end: break
            }
        }

        private mutating func beginFile(_ file: String) throws {
            guard let asked else { throw Problem.otherOrigin }
            guard draft == nil else { throw Problem.badUpload }
            name = file
            draft = try asked.site.uploads.begin()
        }

        private mutating func endField() throws {
            guard let (name, bytes) = field else { return }
            field = nil
            guard let value = String(validating: bytes, as: UTF8.self),
                value.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
            else { throw Problem.badInput(.badEncoding) }
            fields.append((name, value))
            guard asked == nil else { return }
            // The first field is the token, or the form is none of ours.
            guard name == "token" else { throw Problem.otherOrigin }
            let asked = try receiving.asking(try FormFields(pairs: fields))
            try receiving.permit(asked)
            self.asked = asked
        }

        mutating func received() throws -> Received {
            guard let asked, let draft, let name, !name.isEmpty, draft.count > 0 else {
                if asked == nil { throw Problem.otherOrigin }
                throw Problem.uploadRefused(.none)
            }
            // A form in which a name comes twice is refused before its file is kept.
            let form = try FormFields(pairs: fields)
            if receiving.route.body == .table {
                return Received(form: form, table: try BroughtTable(at: draft.path))
            }
            let file = try asked.site.uploads.keep(draft, named: name, by: asked.reader?.person ?? "")
            return Received(form: form, file: file)
        }
    }
}

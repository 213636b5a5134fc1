internal import HTML
internal import Importing
internal import Pages
internal import Payroll

/// One file: how it is read, what it would change, taking it in.
enum ImportHandler {
    /// Its page.
    static func address(_ id: String, _ more: String...) -> Address { Addresses.of(["data", "imports", id] + more) }

    /// The file that the address names.
    static func upload(_ asked: Asked) throws -> KeptUpload {
        guard let upload = asked.site.uploads.upload(asked.part("upload")) else { throw Problem.absent }
        return upload
    }

    static let show: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let upload = try upload(asked)
        let desk = asked.site.imports
        var state = desk.state(of: upload.id)
        if upload.done == nil, state.work == nil, state.looked == nil, state.failed == nil, !state.isStopped {
            desk.look(upload, by: permit.reader.principal())
        }
        state = try await desk.settled(upload.id)
        return asked.page(try ImportPage(asked: asked, upload: try ImportHandler.upload(asked), state: state).page)
    }

    // MARK: Steps

    static let answer: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let upload = try open(asked)
        guard let looked = asked.site.imports.state(of: upload.id).looked else { return .redirect(address(upload.id)) }
        let form = ImportQuestions(asked: asked, looked: looked)
        let changed = try asked.site.uploads.change(upload.id) { form.take(into: &$0) }
        asked.site.imports.look(changed, by: permit.reader.principal())
        return .redirect(address(upload.id))
    }

    static let readOtherwise: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let upload = try open(asked)
        guard let looked = asked.site.imports.state(of: upload.id).looked else { return .redirect(address(upload.id)) }
        let changed = try asked.site.uploads.change(upload.id) {
            ImportColumns(asked: asked, looked: looked).take(into: &$0)
        }
        asked.site.imports.look(changed, by: permit.reader.principal())
        return .redirect(address(upload.id))
    }

    static let tryIt: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let upload = try open(asked)
        let changed = try asked.site.uploads.change(upload.id) { kept in
            kept.isComplete = asked.form.text("complete") == "yes"
            kept.source = String(asked.form.text("source").prefix(60))
            kept.isTried = true
        }
        asked.site.imports.look(changed, by: permit.reader.principal())
        return .redirect(address(upload.id))
    }

    /// Takes the file in as it was shown; sent twice, it comes in once.
    static let confirm: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let key = asked.form.text("key")
        if let location = asked.site.keys.answer(to: key, of: permit.reader.person) {
            return .redirect(SignInHandler.address(of: location))
        }
        let upload = try open(asked)
        // What is confirmed is what was shown: another trial since has other rows beside it.
        guard let tried = asked.site.imports.state(of: upload.id).tried, String(tried.head) == asked.form.text("head")
        else { throw Problem(Refusal.rowsMovedOn) }
        let address = address(upload.id)
        asked.site.keys.note(key, of: permit.reader.person, address.text)
        asked.site.imports.takeIn(upload, tried, by: permit.reader.principal())
        return .redirect(address)
    }

    static let stop: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let upload = try upload(asked)
        asked.site.imports.stop(upload.id)
        return .redirect(address(upload.id))
    }

    static let again: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, permit in
        let upload = try open(asked)
        asked.site.imports.look(upload, by: permit.reader.principal())
        return .redirect(address(upload.id))
    }

    static let remove: @Sendable (Asked, Permit<Everybody>) async throws -> Answer = { asked, _ in
        let upload = try upload(asked)
        asked.site.imports.forget(upload.id)
        asked.site.uploads.remove(upload.id)
        return .redirect(Addresses.of(["data", "imports"]))
    }

    /// A file that is not taken in yet.
    static func open(_ asked: Asked) throws -> KeptUpload {
        let upload = try upload(asked)
        guard upload.done == nil else { throw Problem(Refusal.rowsMovedOn) }
        return upload
    }
}

import Glibc
import Repatriation
import Screens
import Store

/// Papers: made of what the store has, sent to the printer's command or laid in a folder of this
/// account.
extension EffectRunner {
    /// Sends a paper to the printer's command; where none is named, or it fails, the paper lies in
    /// a folder of this account, and stays in the tray.
    func printed(_ id: Identifier<Paper>) throws -> Reply {
        guard let stated = try ask(.paper(id)), let point = try store.point(stated.paper.point)
        else {
            throw Refusal(.unknownPaper)
        }
        return try send(try document(stated, at: point), name: stated.paper.folio, isInTray: true)
    }

    private func document(_ stated: StatedPaper, at point: ReceivingPoint) throws -> PaperDocument {
        let (paper, person) = (stated.paper, stated.person)
        let facts = PaperFacts(
            paper, of: person, at: point, zone: try store.zone(point.zone), isDrill: store.isDrill,
            by: try store.officer(officer)?.name ?? "")
        switch paper.paperKind {
        case .acta:
            return .acta(
                facts, try ask(LanesOf(person.id).reading).lanes, officers: try store.allOfficers())
        case .claim:
            guard let claim = stated.claim else { throw Refusal(.unknownPaper) }
            return .claim(facts, claim)
        case .certificate, .rollCall, .shiftHandOver: return .certificate(facts)
        }
    }

    /// The book of children as it stands: for the lead's own file, noted as a reading.
    func printed(_ code: PointCode, _ span: ChildBookSpan) throws -> Reply {
        guard let point = try store.point(code) else { throw Refusal(.unknownPoint) }
        let book = try ask(ChildBookOf(code, span).reading)
        let zone = try store.zone(point.zone)
        let document = PaperDocument.childBook(
            book, at: point, zone: zone, now: clock.now, isDrill: store.isDrill)
        let local = zone.local(clock.now)
        let name = "libro-\(code.text)-\(local.day.text)-\(local.clock.filter { $0 != ":" })"
        return try send(document, name: name, isInTray: false)
    }

    /// A report of a shift: by number, and without a name.
    func printed(
        _ report: ShiftReport, at code: PointCode, of moment: Instant?, _ language: Language
    ) throws -> Reply {
        guard let officer = try store.officer(officer), let point = try store.point(code) else {
            throw Refusal(.unknownPoint)
        }
        let document = try ShiftReports(
            store: store, officer: officer, asker: .officer(officer.id), now: clock.now,
            language: language
        ).make(report, at: code, of: moment)
        let local = try store.zone(point.zone).local(moment ?? clock.now)
        let hour = local.clock.filter { $0 != ":" }
        let name = "\(report.fileName)-\(code.text)-\(local.day.text)-\(hour)"
        return try send(document, name: name, isInTray: false)
    }

    /// What one lead hands to the next, with names: for the two of them, noted as a reading.
    func printed(handOverOf code: PointCode) throws -> Reply {
        guard let point = try store.point(code) else { throw Refusal(.unknownPoint) }
        let view = try ask(.handOverPaper(at: code))
        let document = PaperDocument.handOver(
            view, zone: try store.zone(point.zone), isDrill: store.isDrill)
        let name =
            "entrega-\(code.text)-\(view.local.day.text)-\(view.local.clock.filter { $0 != ":" })"
        return try send(document, name: name, isInTray: false)
    }

    /// The orientation sheet of a point: by point, language and age, and nothing else.
    func orientation(_ code: PointCode, forChildren: Bool, _ language: Language) throws -> Reply {
        guard let point = try store.point(code) else { throw Refusal(.unknownPoint) }
        let document = PaperDocument.orientation(
            at: point, forChildren: forChildren, try ask(ProvidersNear(code).reading),
            numbers: try store.numbers(),
            isDrill: store.isDrill, language)
        return try send(
            document,
            name:
                "orientacion-\(code.text)-\(forChildren ? "nna" : "adultos")-\(language.rawValue)",
            isInTray: false)
    }

    /// An official table as it stands, with its plots on the page.
    func printed(_ asked: ReportOf, _ language: Language) throws -> Reply {
        let issue = try ask(asked.reading)
        let heat = asked.isPublic ? nil : try ask(asked.arrivals.reading)
        let book = issue.book(language, with: heat)
        return try send(book, name: issue.fileName, isInTray: false)
    }

    /// An official table for spreadsheets, beside the store and never over another.
    func exported(_ asked: ReportOf, _ language: Language) throws -> Reply {
        let issue = try ask(asked.reading)
        let name = "\(issue.fileName).csv"
        let path = "\(StoreFiles.folder(of: store.path))/\(name)"
        guard access(path, F_OK) != 0 else {
            return .failed("Ya estaba y no se tocó: \(name)", "It was there, untouched: \(name)")
        }
        let text = CSVText.byteOrderMark + CSVText.of(issue.rows(language))
        guard Files.create(text, at: path) else {
            return .failed("No se pudo escribir \(name)", "\(name) could not be written")
        }
        return .printed(
            Bilingual("Junto al archivo de datos: \(name)", "Beside the data file: \(name)"))
    }

    private func send(_ document: some Printed, name: String, isInTray: Bool) throws -> Reply {
        let printer: Printer
        do { printer = try Printer(setting) } catch let error as UsageError {
            return .failed(error.sentence)
        }
        let laid = LaidPaper(
            text: document.text(printer.width), html: document.html, name: name, isInTray: isInTray)
        if printer.command.isEmpty { return laid.put(instead: nil) }
        let job = { @Sendable () -> Reply in
            let (end, replaced) = printer.send(laid.text)
            guard end == .taken else { return laid.put(instead: printer.failure(end)) }
            let lost =
                replaced > 0
                ? Bilingual(" \(replaced) letras sin acento.", " \(replaced) letters changed.")
                : Bilingual("", "")
            return .printed(
                Bilingual("Enviada a la impresora.\(lost.es)", "Sent to the printer.\(lost.en)"))
        }
        // A printer takes its time: the desk goes on meanwhile.
        guard let aside else { return job() }
        aside(request, job)
        return .underWay
    }

    /// Writes the group's sheet as text and HTML where only this account reads it.
    func sheet(_ id: Identifier<Group>) throws -> Reply {
        let (sheet, group) = try store.sheet(of: id, for: .officer(officer), at: clock.now)
        let folder = Environment.state("hojas")
        let name = "\(folder)/\(group.point.text)-\(group.name)-\(group.day?.text ?? "")"
        guard Files.makeFolder(folder), Files.write(sheet.text, to: name + ".txt"),
            Files.write(sheet.html, to: name + ".html")
        else {
            return .failed(
                "No se pudo escribir la hoja en \(folder).",
                "The sheet could not be written in \(folder).")
        }
        return .printed(Bilingual("Hoja en \(name).html y .txt", "Sheet in \(name).html and .txt"))
    }
}

extension Store {
    /// The sheet for a group's roll call. Throws `unknownGroup`.
    func sheet(
        of id: Identifier<Group>, for asker: Asker, at now: Instant
    ) throws -> (GroupSheet, Group) {
        guard let roll = try answer(.roll(of: id, as: .sheet), for: asker, at: now),
            let point = try point(roll.line.group.point)
        else { throw Refusal(.unknownGroup) }
        let since = roll.line.group.announcedAt ?? now
        let sheet = GroupSheet(
            line: roll.line, rows: roll.rows, point: point.name, isDrill: isDrill,
            peaks: try answer(.peaks(at: point, since: since), for: asker, at: now))
        return (sheet, roll.line.group)
    }
}

/// A paper as it lies in a folder of this account, where no printer took it.
private struct LaidPaper: Sendable {
    let text: String
    let html: String
    let name: String
    let isInTray: Bool

    /// Writes it there, and says so: with why it is not on paper, where it should have been.
    func put(instead why: Bilingual?) -> Reply {
        let folder = Environment.state("papeles")
        let path = "\(folder)/\(name)"
        guard Files.makeFolder(folder), Files.write(text, to: path + ".txt"),
            Files.write(html, to: path + ".html")
        else {
            return .failed(
                "No se pudo escribir el papel en \(folder).",
                "The paper could not be written in \(folder).")
        }
        guard let why else {
            return .printed(
                Bilingual("Papel: \(name).txt, en \(folder)", "Paper: \(name).txt, in \(folder)"))
        }
        let tray =
            isInTray
            ? Bilingual(" y sigue en la charola", " and stays in the tray") : Bilingual("", "")
        return .failed(
            "\(why.es): está en \(path).txt\(tray.es).",
            "\(why.en): it is in \(path).txt\(tray.en).")
    }
}

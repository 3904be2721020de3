import Foundation
import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

@testable import garita

/// Papers: drawn for a width, written in what a printer reads, in the tray until somebody says how
/// they were delivered.
@Suite struct PaperTests {
    private func certificate(reprints: Int = 0, _ edit: (inout Reception) -> Void = { _ in }) throws
        -> PaperDocument
    {
        var person = Reception(id: Identifier(7))
        (person.given, person.firstSurname, person.secondSurname) = (
            "Roberto José Manuel", "Briseño", "Quiñones"
        )
        person.birthDate = CivilDate(year: 1980, month: 2, day: 26)
        person.curp = "BIQR800226HOCRXB04"
        (person.alienNumber, person.notes, person.flags) = (
            "A99PLANTADA", "NOTAPLANTADA", [.medical, .warrant]
        )
        edit(&person)
        var paper = Paper(id: Identifier(8))
        (paper.folio, paper.reprints) = ("NOG-26-K7Q-004512-3", reprints)
        var point = ReceivingPoint(id: Identifier(9))
        point.name = "Nogales"
        person.receivedAt = Instant(milliseconds: 1_795_168_800_000)
        let zone = try #require(StoreFiles.zone("UTC"))
        return .certificate(
            PaperFacts(
                paper, of: person, at: point, zone: zone, isDrill: false, by: "Rosa Ramírez Luna"))
    }

    /// Drawn for its width, line by line as kept.
    @Test(arguments: PaperWidth.allCases, [0, 2])
    func papersAreAsKept(_ width: PaperWidth, _ reprints: Int) throws {
        let text = try certificate(reprints: reprints).text(width)
        #expect(Kept.difference(text, "constancia-\(width.rawValue)-\(reprints)") == nil)
        for line in text.split(separator: "\n") {
            #expect(TextWidth.of(String(line)) <= width.columns, "\(line)")
        }
        if width == .letter {
            #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 66)
        }
        #expect(text.contains("REIMPRESIÓN 2") == (reprints == 2))
    }

    /// A CURP that cannot be one is not printed, and the officer who signs is named.
    @Test func aCertificateHasNoFalseCURPAndNamesItsOfficer() throws {
        let text = try certificate { $0.curp = "BIQR800226HOCRXB08" }.text(.letter)
        #expect(!text.contains("BIQR8002") && text.contains("CURP: no consta"))
        #expect(text.contains("Oficial: Rosa Ramírez Luna"))
    }

    /// Every other paper, drawn for each width as kept.
    @Test(arguments: PaperWidth.allCases)
    func everyKindOfPaperIsAsKept(_ width: PaperWidth) throws {
        var person = Reception(id: Identifier(7))
        (person.given, person.firstSurname) = ("Ignacio", "Peña")
        person.birthDate = CivilDate(year: 2011, month: 2, day: 26)
        person.receivedAt = Instant(milliseconds: 1_795_168_800_000)
        (person.flags, person.notes, person.alienNumber) = (
            [.unaccompaniedChild], "NOTAPLANTADA", "A99PLANTADA"
        )
        var paper = Paper(id: Identifier(8))
        (paper.folio, paper.paperKind, paper.replaces) = (
            "NOG-26-K7Q-004513-1", .acta, "NOG-26-K7Q-004512-3"
        )
        var point = ReceivingPoint(id: Identifier(9))
        point.name = "Nogales"
        let zone = try #require(StoreFiles.zone("America/Hermosillo"))
        let facts = PaperFacts(
            paper, of: person, at: point, zone: zone, isDrill: false, by: "Rosa Ramírez Luna")
        var told = LaneTick(id: Identifier(1))
        (told.step, told.at, told.medium) = (
            .procuraduria, Instant(milliseconds: 1_795_169_700_000), .phone
        )
        (told.who, told.folio) = ("Guardia Inventada", "PP-77")
        let day = try #require(CivilDate(year: 2026, month: 11, day: 20))
        var claim = PropertyClaim(id: Identifier(2))
        (claim.missing, claim.tag, claim.amount) = ([.money, .medicines], "I77-18561", 120)
        (claim.madeAt, claim.dueOn) = (person.receivedAt, day)
        let providers = NinePoints.institutions(of: point, isPractice: true).map { words in
            var provider = Provider(id: Identifier(3))
            (provider.name, provider.contact, provider.serves) = (
                words.name ?? "", words.contact, words.serves ?? []
            )
            return provider
        }
        let numbers = HelpNumbers.shipped
        let documents: [(String, PaperDocument)] = [
            ("acta", .acta(facts, LaneState(person, [told], on: day), officers: [])),
            ("reclamo", .claim(facts, claim)),
            (
                "orientacion",
                .orientation(
                    at: point, forChildren: false, providers, numbers: numbers, isDrill: false, .es)
            ),
            (
                "orientacion-nna",
                .orientation(
                    at: point, forChildren: true, providers, numbers: numbers, isDrill: true, .es)
            ),
            (
                "orientation",
                .orientation(
                    at: point, forChildren: false, providers, numbers: numbers, isDrill: false, .en)
            ),
        ]
        for (name, document) in documents {
            let text = document.text(width)
            #expect(Kept.difference(text, "\(name)-\(width.rawValue)") == nil)
            for line in text.split(separator: "\n") {
                #expect(TextWidth.of(String(line)) <= width.columns, "\(line)")
            }
            if width == .letter {
                #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 66)
            }
            for word in ["PLANTADA", "sola", "unaccompanied"] where name != "orientacion-nna" {
                #expect(!(text + document.html).contains(word), "\(name) \(word)")
            }
        }
    }

    /// A packet of the drawer: a page a sheet, each with its own folio, then the numbered cards.
    @Test func theSheetsOfAPowerCutHaveTheirFolios() throws {
        var point = ReceivingPoint(id: Identifier(9))
        point.name = "Nogales"
        let kinds = ContingencySheets.packet.flatMap { Array(repeating: $0.kind, count: $0.count) }
        let papers = kinds.enumerated().map { index, kind in
            var paper = Paper(id: Identifier(index + 1))
            (paper.paperKind, paper.folio) = (kind, "NOG-26-AAA-\(padded(index + 1, 6))-0")
            return paper
        }
        let pages = ContingencySheets(at: point, papers, isDrill: false).text.split(
            separator: "\u{0C}")
        #expect(pages.count == papers.count + 1)
        for (page, paper) in zip(pages, papers) {
            #expect(
                page.contains(paper.folio)
                    && page.split(separator: "\n", omittingEmptySubsequences: false).count <= 72)
        }
        #expect(pages.last?.contains("001  |  002") == true && pages.last?.contains("200") == true)
        #expect(Kept.difference(String(pages[0] + pages[20]), "contingencia") == nil)
    }

    /// No US record, no health, no flag, on any width or page; what is not known says so.
    @Test func aPaperShowsTheMinimum() throws {
        let paper = try certificate()
        let all = PaperWidth.allCases.map(paper.text).joined() + paper.html
        for word in ["A99", "NOTAPLANTADA", "medical", "médic", "mandamiento", "warrant"] {
            #expect(!all.contains(word))
        }
        let bare = try certificate { ($0.birthDate, $0.curp) = (nil, nil) }
        #expect(bare.text(.letter).components(separatedBy: "no consta").count == 3)
    }

    /// A name is no tag, and stays on the page whole, however long.
    @Test func namesAreTextOnEveryPage() throws {
        let long = try certificate {
            ($0.given, $0.firstSurname) = (
                "<script>alert('x')</script> & \"Hijo\"", String(repeating: "Ñandú ", count: 20)
            )
        }
        #expect(!long.html.contains("<script>") && long.html.contains("&lt;script&gt;"))
        for width in PaperWidth.allCases {
            let words = long.text(width).split { $0.isWhitespace }
            #expect(words.count { $0 == "Ñandú" } == 20)
        }
    }

    /// Every letter of the test page in each code page, against the system's own converter.
    @Test(arguments: [PrinterEncoding.cp858, .cp1252, .utf8])
    func lettersAreThePrintersOwn(_ encoding: PrinterEncoding) throws {
        let text = "ÁÉÍÓÚ Ñ Ü áéíóú ñ ü ¿¡ º ª «» ·\nBriseño Quiñones, 26/02/1980\n"
        let (bytes, replaced) = encoding.encode(text)
        #expect(replaced == 0)
        let iconv = Process()
        iconv.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
        iconv.arguments = ["-f", "UTF-8", "-t", encoding.rawValue.uppercased()]
        let (input, output) = (Pipe(), Pipe())
        (iconv.standardInput, iconv.standardOutput) = (input, output)
        try iconv.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let theirs = Array(output.fileHandleForReading.readDataToEndOfFile())
        iconv.waitUntilExit()
        #expect(theirs == bytes)
    }

    /// Where there is no accent the letter stands without it, and it is told how many changed.
    @Test func plainPrintersAreToldWhatTheyLose() {
        let (bytes, replaced) = PrinterEncoding.ascii.encode("Ñandú ¿Ó? Łódź O’Hara–Ruiz 李")
        #expect(String(decoding: bytes, as: UTF8.self) == "Nandu ?O? Lodz O'Hara-Ruiz ?")
        #expect(replaced == 10)
        #expect(PrinterEncoding.cp858.encode("Łódź").replaced == 2)
    }

    private func registered() throws -> (desk: Desk, person: Identifier<Reception>) {
        let desk = try Desk()
        desk.press(.function(2), .enter)
        let id = try #require(desk.shownCardOrInterview)
        let officer = desk.app.context.officer.id
        for command: Command in [
            .act(
                SetNationality(
                    id, .accredited, .passport, motive: nil, interpreter: nil, mexicanParent: nil)),
            .act(SaveProfile(id, completeAnswers)),
        ] { _ = try desk.store.perform(command, by: officer, at: Desk.start) }
        desk.press(.escape)
        return (desk, id)
    }

    /// Issued, printed to a real command, in the tray; delivered only by saying how, and a reprint
    /// says so.
    @Test func aPaperIsInTheTrayUntilItIsDelivered() throws {
        let (desk, _) = try registered()
        let file = "\(desk.folder)/impresa"
        desk.print(to: "tee \(file)", cut: "1d5600")
        desk.press(.character("i"))
        #expect(desk.text.contains("Enviada a la impresora"), "\(desk.text)")
        let first = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(
            String(decoding: first, as: UTF8.self).contains("CONSTANCIA")
                && first.suffix(3) == Data([0x1D, 0x56, 0]))
        desk.press(.escape, .function(9), .character("k"))
        let waiting = try desk.store.tray(at: .nogales)
        let mine = try #require(waiting.last)
        desk.press(.end)
        #expect(desk.text.contains(mine.paper.folio))
        desk.press(.character("i"))
        let second = try String(contentsOfFile: file, encoding: .utf8)
        #expect(second.contains("REIMPRESIÓN 1"))
        desk.press(.character("f"))
        #expect(try desk.store.tray(at: .nogales).map(\.id) == waiting.dropLast().map(\.id))
        #expect(!desk.text.contains(mine.paper.folio))
    }

    /// Every print lets the keys go on: the sheet, the book, a record, a reprint from the card.
    @Test func everyPrintLetsTheKeysGoOn() throws {
        let (desk, _) = try registered()
        let file = "\(desk.folder)/impresa"
        desk.print(to: "tee \(file)")
        func printed() throws -> String { try String(contentsOfFile: file, encoding: .utf8) }
        for (key, head) in [
            ("a", "HOJA DE ORIENTACIÓN"), ("n", "HOJA PARA NIÑAS"), ("i", "ORIENTATION SHEET"),
        ] {
            desk.press(.function(9), .character("h"), .character(Character(key)))
            #expect(
                desk.app.isIdle && desk.text.contains("Enviada a la impresora"),
                "\(key)\n\(desk.text)")
            #expect(try printed().contains(head))
        }
        desk.press(.function(9), .character("n"), .character("i"))
        #expect(try desk.app.isIdle && printed().contains("LIBRO DE NIÑAS"))
        desk.press(.enter, .down, .down, .down, .enter)
        #expect(try desk.app.isIdle && printed().contains("ACTA DE CANALIZACIÓN"), "\(desk.text)")
        desk.press(.character("i"))
        #expect(try printed().contains("REIMPRESIÓN 1"))
        desk.press(.escape, .function(1))
        #expect(desk.text.contains("Ayuda"))
    }

    /// From the card a certificate is printed again, or made void, and the next one names it.
    @Test func theCardPrintsAgainAndMakesVoid() throws {
        let (desk, id) = try registered()
        let file = "\(desk.folder)/impresa"
        desk.print(to: "tee \(file)")
        desk.press(.character("i"))
        let folio = try #require(try desk.store.reception(id)?.certificate)
        desk.press(.character("i"), .character("i"))
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("REIMPRESIÓN 1"))
        desk.press(.character("i"), .character("x"))
        desk.type("apellido mal escrito")
        desk.press(.enter, .character("i"))
        let next = try #require(try desk.store.reception(id)?.certificate)
        #expect(next != folio)
        #expect(
            try String(contentsOfFile: file, encoding: .utf8).contains(
                "Sustituye al folio \(folio)"))
    }

    /// A printer that fails loses nothing: the paper is in the folder, said so, and in the tray.
    @Test func aPrinterThatFailsLosesNothing() throws {
        let (desk, _) = try registered()
        desk.print(to: "false")
        desk.press(.character("i"))
        #expect(desk.text.contains("no la tomó"), "\(desk.text)")
        let folio = try #require(try desk.store.tray(at: .nogales).last).paper.folio
        let place = try #require(desk.frame(300, 24).text.firstMatch(of: /está en (\S+\.txt)/)).1
        #expect(place.contains(folio))
        #expect(try String(contentsOfFile: String(place), encoding: .utf8).contains(folio))
    }

    /// Nobody signs what they do not understand.
    @Test func nobodySignsWithoutAnInterpreter() throws {
        let (desk, id) = try registered()
        let officer = desk.app.context.officer.id
        let issued = try desk.store.perform(
            .act(IssueCertificate(of: id)), by: officer, at: Desk.start)
        let paper = Identifier<Paper>(try #require(issued.result["paper"]?.integer))
        _ = try desk.store.perform(.act(Triage(id, [.noSpanish])), by: officer, at: Desk.start)
        func deliver(_ how: Delivery) -> Refusal.Code? {
            do throws(PerformFailure) {
                _ = try desk.store.perform(
                    .act(DeliverPaper(paper, how)), by: officer, at: Desk.start)
            } catch {
                if case .refused(let refusal) = error { return refusal.code }
            }
            return nil
        }
        #expect(deliver(.signed) == .interpreterFirst)
        #expect(deliver(.withInterpreter) == .interpreterFirst)
        let assign = AssignInterpreter(id, language: "tseltal", variant: nil, .phone, who: "INPI")
        _ = try desk.store.perform(.act(assign), by: officer, at: Desk.start)
        #expect(deliver(.signed) == .interpreterFirst)
        #expect(deliver(.withInterpreter) == nil)
        #expect(deliver(.fingerprint) == .paperDelivered)
    }
}

/// Compares a text with the kept one. `RECORD=1` keeps new ones.
private enum Kept {
    static func difference(_ text: String, _ name: String) -> String? {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent(
                "Golden/\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try? text.write(to: file, atomically: true, encoding: .utf8)
        }
        let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return kept == text ? nil : "kept:\n\(kept)\nnow:\n\(text)"
    }
}

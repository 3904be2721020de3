import Foundation
import Repatriation
import Store
import Support
import Testing

/// What nobody should type, pasted and sent all the same: refused in a sentence, or kept exactly as
/// given.
@Suite struct HostileInputTests {
    private static let kept = [
        "Robert'); DROP TABLE reception;--", "%s%n%x%@", "O'Hara-Pérez", "D´Angelo", "李小龍",
        "Ñuu Savi",
        "\"comillas\" \\n",
        "{\"do\":\"release\"}", "-", "NULL", "🇲🇽 José", "a b",
    ]
    private static let refused: [(text: String, code: String)] = [
        ("rojo \u{1B}[31m", "badCharacters"), ("nulo \u{0} dentro", "notJSON"),
        ("al revés \u{202E}oicnerefA", "badCharacters"), ("marca \u{200F}", "badCharacters"),
        ("campana \u{7}", "badCharacters"), (String(repeating: "Ñ", count: 10_000), "tooLong"),
        (String(repeating: "Capítulo primero. ", count: 5_000), "tooLong"),
    ]

    private func line(_ members: [String: JSON]) -> String {
        JSON.object(members).serialized + "\n"
    }

    private func answers(_ out: String) throws -> [[String: Any]] {
        try out.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func everyTextIsKeptWholeOrRefused() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let program = Program(folder)
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        let opening =
            "{\"do\":\"openShift\",\"point\":\"NOG\"}\n{\"do\":\"announceGroup\",\"point\":\"NOG\"}\n"
        let group = try #require(
            try answers(program.run(["send"], input: opening).out).last?["group"] as? Int)
        let texts = HostileInputTests.kept + HostileInputTests.refused.map(\.text)
        let input = texts.map { text in
            line([
                "do": "addOffList", "group": .int(group),
                "person": ["given": .string(text), "firstSurname": "Inventada"],
            ])
        }.joined()
        let said = try answers(program.run(["send"], input: input).out)
        #expect(said.count == texts.count)
        let store = try Store(path: "\(folder)/g.db")
        for (text, answer) in zip(HostileInputTests.kept, said) {
            let id = try #require(answer["reception"] as? Int, "\(text)")
            let card = try #require(try store.card(Identifier(id), now: TestStore.morning))
            #expect(card.reception.given == text)
        }
        for (wrong, answer) in zip(
            HostileInputTests.refused, said.dropFirst(HostileInputTests.kept.count))
        {
            #expect(answer["refusal"] as? String == wrong.code)
            #expect((answer["message"] as? String)?.contains(wrong.text.prefix(20)) == false)
        }
        #expect(try program.run(["verify"]).code == 0)
    }

    /// Accents that come apart are kept composed, and nothing else of the name is touched.
    @Test func combiningAccentsAreKeptComposed() throws {
        let test = try TestStore()
        var person = TestStore.person(1)
        person.given = try CommandReader.clean("Jose\u{301} A\u{301}ngel", "given")
        let id = try test.waiting(.nogales, person)
        let given = try #require(try test.reception(id).given)
        #expect(Array(given.unicodeScalars) == Array("José Ángel".unicodeScalars))
    }

    @Test(arguments: [
        ("2000-02-29", nil), ("1990-02-29", "invalidValue"), ("1900-02-29", "invalidValue"),
        ("2096-02-29", "futureBirthDate"), ("1890-01-01", "futureBirthDate"),
        ("mañana", "invalidValue"),
    ])
    func birthDatesAreDaysThatCanBe(_ text: String, _ code: String?) throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let program = Program(folder)
        _ = try program.run(["init", "--officer", "Rosa Ramírez Luna"])
        let opening = "{\"do\":\"announceGroup\",\"point\":\"NOG\"}\n"
        let group = try #require(
            try answers(program.run(["send"], input: opening).out).last?["group"] as? Int)
        let person: JSON = [
            "given": "Ana", "firstSurname": "Inventada", "birthDate": .string(text),
        ]
        let input = line(["do": "addOffList", "group": .int(group), "person": person])
        let answer = try #require(try answers(program.run(["send"], input: input).out).first)
        #expect(answer["refusal"] as? String == code)
    }

    /// One line of every command that `send` knows, with every field that takes words; `¤` stands
    /// for one of them.
    static let everyCommand: [(CommandName, String)] = [
        (
            .announceGroup,
            #"{"do":"announceGroup","point":"NOG","office":"¤","calledBy":"¤","phone":"¤"}"#
        ), (.amendGroup, #"{"do":"amendGroup","group":1,"office":"¤","calledBy":"¤","phone":"¤"}"#),
        (
            .addToList,
            #"{"do":"addToList","group":1,"people":[{"given":"¤","firstSurname":"¤","secondSurname":"¤","curp":"¤","notes":"¤","tag":"¤","description":"¤"}]}"#
        ), (.arrive, #"{"do":"arrive","group":1}"#),
        (.headCount, #"{"do":"headCount","group":1,"where":"line","count":1,"reason":"¤"}"#),
        (.addOffList, #"{"do":"addOffList","group":1,"person":{"given":"¤","firstSurname":"¤"}}"#),
        (.balanceGroup, #"{"do":"balanceGroup","group":1,"reason":"¤"}"#),
        (.closeGroup, #"{"do":"closeGroup","group":1}"#),
        (.reopenGroup, #"{"do":"reopenGroup","group":1,"reason":"¤"}"#),
        (.receive, #"{"do":"receive","reception":1,"tag":"¤"}"#),
        (.noShow, #"{"do":"noShow","reception":1,"why":"unknown","confirmedBy":"¤"}"#),
        (.locate, #"{"do":"locate","reception":1,"found":"¤"}"#),
        (.amendPerson, #"{"do":"amendPerson","reception":1,"fields":{"given":"¤","notes":"¤"}}"#),
        (
            .setNationality,
            #"{"do":"setNationality","reception":1,"is":"pending","motive":"¤","interpreter":"¤"}"#
        ), (.triage, #"{"do":"triage","reception":1,"flags":[]}"#),
        (.call, #"{"do":"call","reception":1,"desk":1,"reason":"¤"}"#),
        (.recall, #"{"do":"recall","reception":1,"reason":"¤"}"#),
        (.notPresent, #"{"do":"notPresent","reception":1,"reason":"¤"}"#),
        (.park, #"{"do":"park","reception":1,"reason":"¤"}"#),
        (.resume, #"{"do":"resume","reception":1,"reason":"¤"}"#),
        (.startInterview, #"{"do":"startInterview","reception":1,"desk":1}"#),
        (.setPlace, #"{"do":"setPlace","reception":1,"place":"hospital","with":"¤"}"#),
        (
            .transfer,
            #"{"do":"transfer","receptions":[1],"to":"TIJ","vehicle":"¤","driver":"¤","confirmedBy":"¤"}"#
        ),
        (
            .groupShared,
            #"{"do":"groupShared","group":1,"with":"¤","basis":"¤","fields":["name"],"who":"¤"}"#
        ),
        (.setRoute, #"{"do":"setRoute","reception":1,"route":"stays"}"#),
        (.takeOver, #"{"do":"takeOver","reception":1,"desk":1}"#),
        (
            .saveProfile,
            #"{"do":"saveProfile","reception":1,"answers":{"aliases":"¤","contactPhone":"¤","medication":"¤"}}"#
        ), (.noticeGiven, #"{"do":"noticeGiven","reception":1,"version":1,"how":"read"}"#),
        (
            .assignInterpreter,
            #"{"do":"assignInterpreter","reception":1,"language":"¤","variant":"¤","medium":"phone","who":"¤"}"#
        ), (.setFamily, #"{"do":"setFamily","receptions":[1,2]}"#),
        (.linkPerson, #"{"do":"linkPerson","reception":1,"person":2}"#),
        (.unlinkPerson, #"{"do":"unlinkPerson","reception":1}"#),
        (.notSamePerson, #"{"do":"notSamePerson","reception":1,"person":2}"#),
        (.issueCertificate, #"{"do":"issueCertificate","reception":1}"#),
        (
            .release,
            #"{"do":"release","reception":1,"how":"dif","receiver":{"institution":"¤","name":"¤","id":"¤","plate":"¤"}}"#
        ), (.openShift, #"{"do":"openShift","point":"NOG"}"#),
        (.closeShift, #"{"do":"closeShift","point":"NOG","reason":"¤"}"#),
        (
            .rollFromSheet,
            #"{"do":"rollFromSheet","group":1,"room":0,"exceptions":[],"confirmedBy":"¤"}"#
        ),
        (
            .handOver,
            #"{"do":"handOver","point":"NOG","counts":{"outgoing":0},"remarks":"¤","unilateral":"¤"}"#
        ),
        (
            .acceptHandOver,
            #"{"do":"acceptHandOver","point":"NOG","counts":{"incoming":0},"answers":{"children":0,"nextDue":0,"unlocated":0},"remarks":"¤","unilateral":"¤"}"#
        ),
        (.confirmClock, #"{"do":"confirmClock","point":"NOG"}"#),
        (.leaveHourToVerify, #"{"do":"leaveHourToVerify","point":"NOG"}"#),
        (.setPeak, #"{"do":"setPeak","point":"NOG","reason":"¤"}"#),
        (.openDesk, #"{"do":"openDesk","point":"NOG","desk":1}"#),
        (.pauseDesk, #"{"do":"pauseDesk","point":"NOG","desk":1,"reason":"¤"}"#),
        (.closeDesk, #"{"do":"closeDesk","point":"NOG","desk":1}"#),
        (.callNext, #"{"do":"callNext","point":"NOG","desk":1}"#),
        (.undo, #"{"do":"undo","act":1}"#), (.confirm, #"{"do":"confirm","act":1}"#),
        (.addOfficer, #"{"do":"addOfficer","name":"¤","account":"¤"}"#),
        (.setOfficer, #"{"do":"setOfficer","officer":1,"account":"¤"}"#),
        (
            .requestRights,
            #"{"do":"requestRights","reception":1,"right":"access","requester":"¤","document":"¤","capacity":"self"}"#
        ), (.extendRights, #"{"do":"extendRights","request":1,"reason":"¤"}"#),
        (.answerRights, #"{"do":"answerRights","request":1,"answer":"refused","note":"¤"}"#),
        (
            .setArchiveSeries,
            #"{"do":"setArchiveSeries","code":"¤","name":"¤","activeYears":1,"semiActiveYears":1}"#
        ), (.refer, #"{"do":"refer","reception":1,"kind":"job","basis":"consent"}"#),
        (.answerReferral, #"{"do":"answerReferral","referral":1,"answer":"accepted","note":"¤"}"#),
        (.closeReferral, #"{"do":"closeReferral","referral":1,"outcome":"other","note":"¤"}"#),
        (.withdrawConsent, #"{"do":"withdrawConsent","reception":1}"#),
        (
            .giveHelp,
            #"{"do":"giveHelp","reception":1,"kinds":["ticket"],"fund":"¤","voucher":"¤"}"#
        ),
        (
            .claimProperty,
            #"{"do":"claimProperty","reception":1,"missing":["money"],"tag":"¤","office":"¤"}"#
        ),
        (.setProvider, #"{"do":"setProvider","point":"NOG","name":"¤","hours":"¤","contact":"¤"}"#),
        (.deliverPaper, #"{"do":"deliverPaper","paper":1,"how":"signed"}"#),
        (.reprint, #"{"do":"reprint","paper":1}"#),
        (
            .recordInquiry,
            #"{"do":"recordInquiry","point":"NOG","visitor":{"name":"¤","relation":"¤","document":"¤","phone":"¤","vehicle":"¤"},"asksFor":"¤"}"#
        ), (.answerInquiry, #"{"do":"answerInquiry","inquiry":1,"wishes":"declines"}"#),
        (
            .tickLane,
            #"{"do":"tickLane","reception":1,"lane":"warrant","step":"authorityCame","who":"¤","folio":"¤","note":"¤"}"#
        ),
        (
            .tickLane,
            #"{"do":"notifyAuthority","reception":1,"to":"dif","medium":"phone","who":"¤","folio":"¤","note":"¤"}"#
        ),
        (
            .correctAge,
            #"{"do":"correctAge","reception":1,"doubt":true,"source":"said","folio":"¤"}"#
        ),
        (
            .leaveAnyway,
            #"{"do":"leaveAnyway","reception":1,"pending":[],"explainedIn":"¤","reason":"¤"}"#
        ),
        (
            .saveScreening,
            #"{"do":"saveScreening","reception":1,"private":true,"interviewer":"either","indicators":[],"note":"¤"}"#
        ), (.askFollowUp, #"{"do":"askFollowUp","reception":1,"days":7}"#),
        (.recordFollowUp, #"{"do":"recordFollowUp","followUp":1,"outcome":"well","note":"¤"}"#),
        (
            .answerSurvey,
            #"{"do":"answerSurvey","reception":1,"survey":"¤","answers":{"falta":"¤"}}"#
        ),
        (.retireSurvey, #"{"do":"retireSurvey","survey":"¤"}"#),
        (.setStock, #"{"do":"setStock","point":"NOG","item":"water","count":1}"#),
        (.keepBag, #"{"do":"keepBag","reception":1,"cause":"hospital","shelf":"¤","tag":"¤"}"#),
        (.giveBag, #"{"do":"giveBag","bag":1,"receiver":"¤"}"#),
        (.cancelFolio, #"{"do":"cancelFolio","folio":"¤","reason":"¤"}"#),
        (.closePeriod, #"{"do":"closePeriod","from":"2026-10-01","to":"2026-10-31"}"#),
        (.blockDue, #"{"do":"blockDue"}"#), (.sendCURPs, #"{"do":"sendCURPs"}"#),
        (
            .acknowledge,
            #"{"do":"acknowledge","alert":"pastTarget.NOG","note":"¤","reason":"¤"}"#
        ),
        (.setPriority, #"{"do":"setPriority","reception":1,"priority":"medical","reason":"¤"}"#),
        (.countWater, #"{"do":"countWater","point":"NOG","litres":1}"#),
        (
            .checkShift,
            #"{"do":"checkShift","point":"NOG","water":"no","waterRemark":"¤","kitsRemark":"¤","printerRemark":"¤","phonesRemark":"¤","privateRoomRemark":"¤","clockRemark":"¤"}"#
        ),
        (.removeBlocked, #"{"do":"removeBlocked","dictamen":"¤","people":1}"#),
    ]

    /// Commands that no line can give: they have orders of their own.
    private static let withoutLine: Set<CommandName> = [
        .setPoint, .setEntry, .setMunicipalities, .notePassword, .notePacked, .reserveFolios,
        .addSurvey,
    ]

    /// Every field of every command refuses what a terminal would obey, says nothing of it back,
    /// and takes what only looks like a format.
    @Test func noFieldTakesWhatATerminalObeys() throws {
        #expect(
            Set(HostileInputTests.everyCommand.map(\.0)).union(HostileInputTests.withoutLine)
                == Set(CommandName.allCases))
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let program = Program(folder)
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        let escape = "\\u001b]0;PLANTADO\\u0007\\u001b[2J"
        var lines: [String] = []
        var formats: [String] = []
        for (_, line) in HostileInputTests.everyCommand {
            let parts = line.components(separatedBy: "¤")
            // One field at a time is hostile, the others are plain.
            for hostile in parts.indices.dropLast() {
                func filled(_ text: String) -> String {
                    parts.enumerated().map { index, part in
                        part + (index == parts.count - 1 ? "" : index == hostile ? text : "x")
                    }.joined()
                }
                lines.append(filled(escape))
                formats.append(filled("%s%n%x%@%1$*9$d"))
            }
        }
        #expect(lines.count > 50)
        let (out, err, code) = try program.run(
            ["send"], input: lines.joined(separator: "\n") + "\n")
        #expect(code == 0 && err.isEmpty)
        for (line, answer) in zip(lines, try answers(out)) {
            #expect(answer["refusal"] as? String == "badCharacters", "\(line)")
        }
        #expect(!out.contains("PLANTADO") && !out.contains("\u{1B}") && !out.contains("u001b"))
        let plain = try answers(
            program.run(["send"], input: formats.joined(separator: "\n") + "\n").out)
        #expect(plain.count == formats.count)
        #expect(plain.allSatisfy { $0["refusal"] as? String != "badCharacters" && $0["ok"] != nil })
        for words in [["show", "journal"], ["officer", "list"], ["board", "--once"], ["verify"]] {
            let (out, err, code) = try program.run(words)
            #expect(code == 0 && !(out + err).contains("\u{1B}"), "\(words)")
        }
    }
}

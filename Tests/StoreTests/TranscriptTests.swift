import Foundation
import Repatriation
import Store
import Support
import Testing

/// A night in which every command is given, by every role, and refused wherever it can be: what is
/// answered is kept.
///
/// Whoever changes how commands are read, decided or told sees here, line by line, what changed for
/// whom. Written anew with `RECORD=1`, and read before it is kept.
@Suite struct TranscriptTests {
    private static let kept = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/transcript.txt")

    @Test func everyCommandByEveryRoleIsAnsweredAsKept() throws {
        var night = try TranscribedNight()
        for step in TranscribedNight.script { try night.take(step) }
        let text = night.lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try text.write(to: TranscriptTests.kept, atomically: true, encoding: .utf8)
        }
        let kept = try String(contentsOf: TranscriptTests.kept, encoding: .utf8)
        let differing = zip(kept.split(separator: "\n"), text.split(separator: "\n")).first {
            $0 != $1
        }
        #expect(differing == nil, "kept: \(differing?.0 ?? "") · now: \(differing?.1 ?? "")")
        #expect(kept == text)
        #expect(night.given == Set(CommandName.allCases).subtracting(TranscribedNight.withoutLine))
    }
}

/// One step: a line of `send`, and under which names what it answers is used later.
struct TranscribedStep {
    let line: String
    let names: [String: String]

    init(_ line: String, _ names: [String: String] = [:]) {
        self.line = line
        self.names = names
    }
}

struct TranscribedNight {
    let test: TestStore
    private let reader: JSONReader
    private let officers: [(role: OfficerRole, id: Identifier<Officer>)]
    private var values: [String: Int] = [:]
    private(set) var lines: [String] = []
    private(set) var given: Set<CommandName> = []

    /// Commands that no line can give: they have orders of their own.
    static let withoutLine: Set<CommandName> = [
        .setPoint, .setEntry, .setMunicipalities, .notePassword, .notePacked, .reserveFolios,
        .addSurvey,
    ]

    init() throws {
        test = try TestStore()
        test.stopClock()
        reader = try JSONReader()
        let byRole = try Twin.officers(of: test)
        // Whoever may everything comes last, so that each step is done whoever else may not.
        let roles = OfficerRole.allCases.filter { $0 != .lead } + [.lead]
        officers = try roles.map { ($0, try #require(byRole[$0])) }
    }

    mutating func take(_ step: TranscribedStep) throws {
        test.pass(minutes: 1)
        let json = try #require(try reader.read(filled(step.line)), "\(step.line)")
        lines.append("# \(json.serialized)")
        noteMisread(json)
        // What was read can be written, and reads the same.
        if let command = try? Command(json) {
            #expect(try Command(command.line) == command, "\(command.line.serialized)")
        }
        var answers: [(String, String)] = []
        for (role, officer) in officers {
            let answer = self.answer(json, officer, step)
            if let index = answers.firstIndex(where: { $0.1 == answer }) {
                answers[index].0 += " \(role.rawValue)"
            } else {
                answers.append((role.rawValue, answer))
            }
        }
        lines += answers.map { "\($0.0): \($0.1)" }
    }

    /// The line with what earlier steps answered in the place of its names.
    private func filled(_ line: String) -> String {
        values.reduce(line) { $0.replacingOccurrences(of: "«\($1.key)»", with: String($1.value)) }
    }

    private mutating func answer(
        _ json: JSON, _ officer: Identifier<Officer>, _ step: TranscribedStep
    ) -> String {
        do {
            let command = try Command(json)
            given.insert(command.name)
            let answer = try test.perform(command, by: officer)
            for (name, member) in step.names { note(answer.members[member], as: name) }
            let kinds = answer.events.map { JSON.string($0.kind.rawValue) }
            return JSON.object(answer.members.merging(["events": .array(kinds)]) { own, _ in own })
                .serialized
        } catch {
            return refusal(error)
        }
    }

    private mutating func note(_ value: JSON?, as name: String) {
        if let number = value?.integer { values[name] = number }
        for (index, element) in (value?.elements ?? []).enumerated() {
            values["\(name)\(index)"] = element.integer
        }
    }

    private func refusal(_ error: any Error) -> String {
        let refusal: Refusal? =
            switch error {
            case let refusal as Refusal: refusal
            case PerformFailure.refused(let refusal): refusal
            default: nil
            }
        guard let refusal else { return "\(error)" }
        let details = JSON.object(refusal.details).serialized
        return
            """
            \(refusal.code.rawValue) \(details) \(refusal.sentence(.es)) / \
            \(refusal.sentence(.en))
            """
    }

    /// What is said of a line with one member too many, without each of its members, and with each
    /// said wrongly.
    private mutating func noteMisread(_ json: JSON) {
        guard case .object(let members) = json else { return }
        lines.append("  +: \(reading(members.merging(["otro": 1]) { own, _ in own }))")
        for name in members.keys.sorted() where name != "do" {
            var fewer = members
            fewer[name] = nil
            lines.append("  -\(name): \(reading(fewer))")
            for wrong: JSON in ["¿?", -1, true, [["¿?"]]] {
                var other = members
                other[name] = wrong
                lines.append("  \(name)=\(wrong.serialized): \(reading(other))")
            }
        }
    }

    private func reading(_ members: [String: JSON]) -> String {
        do {
            _ = try Command(.object(members))
            return "se lee"
        } catch {
            return "\(error.code.rawValue) \(JSON.object(error.details).serialized)"
        }
    }
}

extension TranscribedNight {
    typealias Step = TranscribedStep

    /// Whoever is asked after has said how.
    private static let complete =
        completeAnswers
        .merging([.contactConsent: "yes", .contactPhone: "6310000000"]) { $1 }
        .map { ($0.key.rawValue, JSON.string($0.value)) }

    private static func saved(_ person: String) -> String {
        let answers = JSON.object(Dictionary(uniqueKeysWithValues: complete)).serialized
        return #"{"do":"saveProfile","reception":\#(person),"answers":\#(answers)}"#
    }

    /// People on the list: two who go by bus, a child alone, a family of two, one ill, one foreign,
    /// one who never came.
    private static let list = (0..<9).map { number in
        let born = number == 2 ? "2012-05-06" : "19\(70 + number)-05-06"
        return
            #"{"given":"Persona \#(number)","firstSurname":"Prueba","sex":"H","birthDate":"\#(born)"}"#
    }.joined(separator: ",")

    static let script: [TranscribedStep] =
        arrival + queue + interview + care + lanes + ends + office

    private static let arrival: [TranscribedStep] =
        [
            Step(#"{"do":"recall","reception":7}"#), Step(#"{"do":"desconocido"}"#),
            Step(#"{"do":"callNext","point":"NOG","desk":1}"#),
            Step(#"{"do":"openShift","point":"NOG"}"#),
            Step(
                #"{"do":"openDesk","point":"NOG","desk":1,"attends":["general","priority","opi","medical"]}"#
            ),
            Step(#"{"do":"openDesk","point":"NOG","desk":1}"#),
            Step(#"{"do":"openDesk","point":"NOG","desk":2}"#),
            Step(
                #"{"do":"announceGroup","point":"NOG","mode":"bus","authority":"ICE","office":"Sector Tucson","count":9,"expectedAt":"2026-11-20T18:00:00Z","calledBy":"Guardia inventada","phone":"631 000 0000","medical":1,"families":1,"children":1}"#,
                ["g": "group"]),
            Step(#"{"do":"amendGroup","group":«g»,"count":10}"#),
            Step(#"{"do":"addToList","group":«g»,"people":[\#(list)]}"#, ["p": "receptions"]),
            Step(#"{"do":"arrive","group":«g»,"headcount":9}"#),
            Step(#"{"do":"headCount","group":«g»,"where":"line","count":9}"#),
            Step(#"{"do":"headCount","point":"NOG","where":"room","count":9}"#),
        ]
        + [0, 1, 2, 3, 4, 5, 6].map {
            Step(#"{"do":"receive","reception":«p\#($0)»,"belongings":"all","tag":"T-\#($0)"}"#)
        } + [
            Step(#"{"do":"noShow","reception":«p7»,"why":"unknown"}"#),
            Step(#"{"do":"locate","reception":«p7»,"found":"estaba en el baño"}"#),
            Step(
                #"{"do":"noShow","reception":«p8»,"why":"notDelivered","confirmedBy":"Agente inventado"}"#
            ),
            Step(
                #"{"do":"addOffList","group":«g»,"person":{"given":"Fuera","firstSurname":"Delista","sex":"M","birthDate":"1988-01-02"}}"#,
                ["off": "reception"]),
            Step(
                #"{"do":"amendPerson","reception":«p1»,"fields":{"secondSurname":"Segundo","notes":"corregido"}}"#
            ),
            Step(#"{"do":"amendPerson","reception":«p1»,"fields":{"birthDate":"2011-01-01"}}"#),
            Step(
                #"{"do":"setNationality","reception":«p6»,"is":"pending","motive":"sin papel","mexicanParent":false}"#
            ),
            Step(#"{"do":"setNationality","reception":«p0»,"is":"accredited","proof":"passport"}"#),
        ]

    private static let queue: [TranscribedStep] =
        [0, 1, 3, 4].map {
            Step(#"{"do":"triage","reception":«p\#($0)»,"flags":[]}"#)
        } + [
            Step(#"{"do":"triage","reception":«p2»,"flags":["unaccompaniedChild"]}"#),
            Step(#"{"do":"triage","reception":«p5»,"flags":["medical","noSpanish"]}"#),
            Step(#"{"do":"triage","reception":«off»,"flags":["warrant","reserved"]}"#),
            Step(#"{"do":"setFamily","receptions":[«p3»,«p4»],"relations":["spouse"]}"#),
            Step(#"{"do":"callNext","point":"NOG","desk":1}"#),
            Step(#"{"do":"recall","reception":«p2»}"#),
            Step(#"{"do":"notPresent","reception":«p2»}"#),
            Step(#"{"do":"call","reception":«p1»,"desk":1,"reason":"prueba"}"#),
            Step(#"{"do":"park","reception":«p1»,"reason":"washroom"}"#),
            Step(#"{"do":"resume","reception":«p1»}"#),
            Step(#"{"do":"call","reception":«p0»,"desk":2,"reason":"prueba"}"#),
            Step(#"{"do":"startInterview","reception":«p0»,"desk":2}"#),
            Step(#"{"do":"takeOver","reception":«p0»,"desk":1}"#),
            Step(#"{"do":"pauseDesk","point":"NOG","desk":1,"reason":"comida"}"#),
            Step(
                #"{"do":"setPlace","reception":«p5»,"place":"hospital","with":"Enfermera inventada"}"#
            ),
            Step(#"{"do":"setPeak","point":"NOG","reason":"llegan tres camiones"}"#),
            Step(#"{"do":"confirmClock","point":"NOG"}"#),
            Step(#"{"do":"leaveHourToVerify","point":"NOG"}"#),
        ]

    private static let interview: [TranscribedStep] = [
        Step(#"{"do":"noticeGiven","reception":«p0»,"version":1,"how":"read"}"#),
        Step(
            #"{"do":"assignInterpreter","reception":«p5»,"language":"mixteco","variant":"del sur","medium":"phone","who":"Intérprete inventada"}"#
        ),
        Step(
            #"{"do":"saveProfile","reception":«p0»,"answers":{"schooling":"primary","aliases":"Pepe"}}"#
        ),
        Step(#"{"do":"saveProfile","reception":«p0»,"answers":{"schooling":"¿?"}}"#),
        Step(saved("«p0»")),
        Step(#"{"do":"linkPerson","reception":«p0»,"person":«p1»}"#),
        Step(#"{"do":"notSamePerson","reception":«p0»,"person":«p1»}"#),
        Step(#"{"do":"unlinkPerson","reception":«p0»}"#),
        Step(#"{"do":"issueCertificate","reception":«p0»}"#, ["paper": "paper"]),
        Step(#"{"do":"deliverPaper","paper":«paper»,"how":"signed"}"#),
        Step(#"{"do":"reprint","paper":«paper»}"#),
        Step(#"{"do":"cancelFolio","folio":"NOG-26-KAA-000001-0","reason":"mal impreso"}"#),
    ]

    private static let care: [TranscribedStep] = [
        Step(
            #"{"do":"setProvider","point":"NOG","name":"Albergue inventado","institution":"shelter","serves":["shelter"],"places":40,"contact":"631 000 0001"}"#,
            ["provider": "provider"]),
        Step(
            #"{"do":"refer","reception":«p0»,"kind":"shelter","provider":«provider»,"basis":"consent","consent":true}"#,
            ["referral": "referral"]),
        Step(#"{"do":"answerReferral","referral":«referral»,"answer":"accepted","note":"hoy"}"#),
        Step(#"{"do":"closeReferral","referral":«referral»,"outcome":"attended"}"#),
        Step(#"{"do":"withdrawConsent","reception":«p0»}"#),
        Step(#"{"do":"setStock","point":"NOG","item":"water","count":50,"low":5}"#),
        Step(#"{"do":"giveHelp","reception":«p0»,"kinds":["water"]}"#),
        Step(#"{"do":"giveHelp","group":«g»,"except":[«p5»],"kinds":["food"]}"#),
        Step(
            #"{"do":"giveHelp","reception":«p0»,"kinds":["ticket"],"amount":500,"fund":"FAM","voucher":"V-1"}"#
        ),
        Step(
            #"{"do":"claimProperty","reception":«p0»,"missing":["money","phone"],"tag":"T-0","amount":200,"office":"ERO Phoenix"}"#
        ),
        Step(
            #"{"do":"keepBag","reception":«p5»,"cause":"hospital","shelf":"A-3","tag":"T-5"}"#,
            ["bag": "bag"]),
        Step(#"{"do":"giveBag","bag":«bag»,"receiver":"Familiar inventado"}"#),
    ]

    private static let lanes: [TranscribedStep] = [
        Step(#"{"do":"tickLane","reception":«p2»,"lane":"child","step":"opi"}"#),
        Step(#"{"do":"tickLane","reception":«p2»,"lane":"child","step":"filter"}"#),
        Step(
            #"{"do":"notifyAuthority","reception":«p2»,"to":"dif","medium":"phone","who":"Guardia DIF"}"#
        ),
        Step(
            #"{"do":"notifyAuthority","reception":«p2»,"to":"procuraduria","medium":"phone","who":"Guardia PPNNA"}"#
        ),
        Step(
            #"{"do":"tickLane","reception":«p2»,"lane":"child","step":"acta"}"#, ["acta": "paper"]),
        Step(#"{"do":"deliverPaper","paper":«acta»,"how":"signed"}"#),
        Step(#"{"do":"correctAge","reception":«p1»,"doubt":true,"source":"appearance"}"#),
        Step(
            #"{"do":"correctAge","reception":«p1»,"birthDate":"1971-05-06","source":"procuraduria","folio":"PP-1"}"#
        ),
        Step(
            #"{"do":"tickLane","reception":«p5»,"lane":"health","step":"seen","who":"Médica inventada"}"#
        ),
        Step(#"{"do":"tickLane","reception":«off»,"lane":"reserved","step":"privateRoom"}"#),
        Step(
            #"{"do":"saveScreening","reception":«off»,"private":true,"interviewer":"either","indicators":[],"note":"nada"}"#
        ),
    ]

    private static let ends: [TranscribedStep] = [
        Step(#"{"do":"release","reception":«p2»,"how":"bus"}"#),
        Step(
            #"{"do":"release","reception":«p2»,"how":"dif","receiver":{"institution":"DIF Sonora","name":"Guardia DIF","id":"4417","plate":"AB-1"}}"#,
            ["pending": "act"]),
        Step(#"{"do":"confirm","act":«pending»}"#),
        Step(
            #"{"do":"release","reception":«p0»,"how":"bus","destination":"OC","municipality":"Oaxaca de Juárez"}"#
        ),
        Step(#"{"do":"askFollowUp","reception":«p0»,"days":7}"#, ["follow": "followUp"]),
        Step(#"{"do":"recordFollowUp","followUp":«follow»,"outcome":"well","note":"llegó bien"}"#),
        Step(
            #"{"do":"leaveAnyway","reception":«p4»,"pending":["profile"],"explainedIn":"español","reason":"se va"}"#
        ),
        Step(
            #"{"do":"setNationality","reception":«p6»,"is":"foreign","motive":"no acredita","mexicanParent":false}"#
        ),
        Step(#"{"do":"announceGroup","point":"NOG","count":2}"#, ["other": "group"]),
        Step(
            #"{"do":"rollFromSheet","group":«other»,"room":1,"belongings":"all","exceptions":[{"number":1,"is":"unknown"}]}"#
        ),
        Step(#"{"do":"rollFromSheet","group":«other»,"room":0,"exceptions":[]}"#),
        Step(#"{"do":"arrive","group":«other»,"headcount":2}"#),
        Step(#"{"do":"balanceGroup","group":«other»,"reason":"dos se quedaron en la línea"}"#),
        Step(#"{"do":"closeGroup","group":«other»}"#),
        Step(#"{"do":"reopenGroup","group":«other»,"reason":"faltaba una"}"#),
        Step(#"{"do":"balanceGroup","group":«g»,"reason":"uno se quedó en la línea"}"#),
        Step(#"{"do":"closeGroup","group":«g»}"#),
        Step(#"{"do":"reopenGroup","group":«g»,"reason":"faltaba una"}"#),
        Step(#"{"do":"triage","reception":«p3»,"flags":["smallChildren"]}"#, ["last": "act"]),
        Step(#"{"do":"undo","act":«last»}"#),
        Step(#"{"do":"setRoute","reception":«p3»,"route":"cardOnly"}"#),
        Step(
            #"{"do":"groupShared","group":«g»,"with":"Fiscalía inventada","basis":"oficio inventado 12","fields":["name","birthDate"],"who":"Agente inventada"}"#
        ),
        Step(
            #"{"do":"transfer","receptions":[«p3»],"to":"TIJ","vehicle":"SON-1234","driver":"Chofer inventado"}"#
        ),
        Step(#"{"do":"closeDesk","point":"NOG","desk":2}"#),
        Step(#"{"do":"closeDesk","point":"NOG","desk":1}"#),
        Step(#"{"do":"acceptHandOver","point":"NOG","counts":{"incoming":0}}"#),
        Step(#"{"do":"handOver","point":"NOG","counts":{"outgoing":0}}"#),
        Step(
            #"{"do":"handOver","point":"NOG","counts":{"outgoing":0},"unilateral":"sola","remarks":"una en el hospital"}"#
        ),
        Step(
            #"{"do":"acceptHandOver","point":"NOG","counts":{"incoming":0},"answers":{"children":99}}"#
        ),
        Step(#"{"do":"acceptHandOver","point":"NOG","counts":{"incoming":0}}"#),
        Step(#"{"do":"closeShift","point":"NOG","reason":"nadie llega"}"#),
    ]
}

import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

@testable import garita

/// What the program says, shows and leaves behind, searched for values that were planted.
@Suite struct SecrecyTests {
    /// A store with planted values in every field that takes words.
    private final class Planted {
        let program: Program
        let store: Store
        let lead: Identifier<Officer>
        let now = Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
        private(set) var values: [(value: String, access: FieldClass)] = []
        private(set) var group = Identifier<Group>(0)
        private(set) var adult = Identifier<Reception>(0)
        private(set) var child = Identifier<Reception>(0)
        private(set) var referral = Identifier<Referral>(0)

        init() throws {
            program = Program(try TestStore.makeFolder())
            #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
            store = try Store(path: "\(program.folder)/g.db")
            lead = try store.allOfficers()[0].id
            try receive()
            try interview()
        }

        deinit { TestStore.remove(program.folder) }

        private func perform(_ command: Command) throws -> Answer {
            try store.perform(command, by: lead, at: now)
        }

        private func plant(_ field: String, _ access: FieldClass) -> String {
            let value = "Plantado\(field.prefix(1).uppercased())\(field.dropFirst())"
            values.append((value, access))
            return value
        }

        private func receive() throws {
            var announcement = Announcement()
            (announcement.mode, announcement.authority) = (.bus, .ice)
            announcement.calledBy = plant("calledBy", .personal)
            (announcement.office, announcement.phone) = (
                plant("office", .personal), plant("phone", .personal)
            )
            group = Identifier(
                try perform(.act(AnnounceGroup(.nogales, announcement))).result["group"]?.integer
                    ?? 0)
            var person = TestStore.person(1)
            (person.given, person.firstSurname) = (
                plant("given", .personal), plant("firstSurname", .personal)
            )
            (person.notes, person.alienNumber) = (
                plant("notes", .sensitive), plant("alienNumber", .restricted)
            )
            (person.curp, person.tag) = ("SABC560626MDFLRN01", plant("tag", .personal))
            values.append(("SABC560626MDFLRN01", .personal))
            var alone = TestStore.person(2, born: 2014)
            // Of a child alone only the lane reads who it is.
            (alone.given, alone.firstSurname) = (
                plant("childGiven", .restricted), plant("childSurname", .restricted)
            )
            let added =
                try perform(.act(AddToList(group, [person, alone]))).result["receptions"]?.elements
                ?? []
            (adult, child) = (Identifier(added[0].integer ?? 0), Identifier(added[1].integer ?? 0))
            let people: [(Identifier<Reception>, Set<Flag>)] = [
                (adult, [.medical]), (child, [.unaccompaniedChild]),
            ]
            for (id, flags) in people {
                _ = try perform(.act(Receive(id, .all, tag: nil)))
                _ = try perform(.act(Triage(id, flags)))
            }
            _ = try perform(
                .act(
                    SetNationality(
                        adult, .pending, nil, motive: plant("motive", .personal), interpreter: nil,
                        mexicanParent: nil))
            )
            _ = try perform(.act(SetPlace(adult, .hospital, with: plant("with", .personal))))
        }

        private func interview() throws {
            _ = try perform(.act(OpenShift(at: .nogales)))
            _ = try perform(.act(OpenDesk(at: .nogales, 1, attends: nil)))
            _ = try perform(
                .act(CallPerson(adult, desk: 1, reason: plant("callReason", .personal))))
            _ = try perform(.act(StartInterview(adult, desk: 1)))
            var answers: [ProfileField: String] = [.contactConsent: "yes"]
            for question in InterviewForm.questions where question.kind == .text {
                answers[question.field] = plant(question.field.rawValue, question.access)
            }
            let saved = try perform(.act(SaveProfile(adult, answers)))
            let left = Set((saved.result["notAsked"]?.elements ?? []).compactMap(\.text))
            values.removeAll { value in
                left.contains { value.value.lowercased() == "plantado\($0)".lowercased() }
            }
            try store.saveDraft(
                "interview", subject: adult.value, field: "aliases",
                value: plant("draft", .personal), by: lead, at: now
            )
            let asked = try perform(
                .act(
                    RequestRights(
                        adult, .access,
                        Requester(
                            name: plant("requester", .restricted),
                            document: plant("document", .restricted),
                            capacity: .own))))
            #expect(asked.result["request"] != nil)
            try care()
        }

        /// A protected referral with a note, a claim, help with money, and somebody at the gate.
        private func care() throws {
            let request = ReferralRequest(.trafficking, basis: .law)
            values.append(("trafficking", .restricted))
            let sent = try perform(.act(Refer(adult, request)))
            referral = Identifier(sent.result["referral"]?.integer ?? 0)
            _ = try perform(
                .act(AnswerReferral(referral, .accepted, note: plant("referralNote", .restricted))))
            var claim = PropertyClaimed([.money])
            claim.office = plant("claimOffice", .personal)
            _ = try perform(.act(ClaimProperty(adult, claim)))
            var help = HelpGiven([.ticket])
            (help.fund, help.voucher) = (plant("fund", .personal), plant("voucher", .personal))
            _ = try perform(.act(GiveHelp(to: .people([adult]), help)))
            try lanes()
            var made = RecordInquiry(
                at: .nogales, visitor: SecrecyTests.visitor,
                asksFor: "\(SecrecyTests.visitor) Ajena")
            made.phone = SecrecyTests.visitor
            _ = try perform(.act(made))
        }

        /// Steps of lanes with what was said of them, the reserved form, a contact with its note, a
        /// bag.
        private func lanes() throws {
            var words = TickWords()
            (words.who, words.note) = (
                plant("tickWho", .restricted), plant("tickNote", .restricted)
            )
            _ = try perform(.act(TickLane(adult, .seen, words)))
            (words.medium, words.folio) = (.phone, plant("tickFolio", .restricted))
            _ = try perform(.act(TickLane(child, .procuraduria, words)))
            var made = ScreeningMade(isPrivate: true, interviewer: .either, isAsWanted: true)
            (made.indicators, made.note) = ([.forcedMarriage], plant("formNote", .restricted))
            values.append(("forcedMarriage", .restricted))
            _ = try perform(.act(SaveScreening(adult, made)))
            let asked = try perform(.act(AskFollowUp(after: adult, days: 7, about: nil)))
            let followUp = Identifier<FollowUp>(asked.result["followUp"]?.integer ?? 0)
            _ = try perform(
                .act(
                    RecordFollowUp(
                        followUp, .needsHelp, [.safe: "no"],
                        note: plant("followUpNote", .restricted))))
            _ = try perform(
                .act(
                    KeepBag(
                        of: adult, .hospital, shelf: plant("shelf", .personal),
                        tag: plant("bagTag", .personal))))
        }

        /// The account that runs this is bound to an officer of that role alone, as if by the
        /// system's accounts.
        func become(_ role: OfficerRole) throws {
            let raw = try Connection(path: "\(program.folder)/g.db", mode: .write)
            try raw.execute(
                """
                UPDATE officer SET account = '\(NSUserName())', roles = '\(role.rawValue)', lead \
                = 0 WHERE id = \(lead.value)
                """
            )
        }

        /// Every command that says something, as text and as JSON, in both languages.
        var sayings: [[String]] {
            let about = [
                ["show", "group", "\(group.value)"], ["show", "reception", "\(adult.value)"],
                ["show", "reception", "\(child.value)"], ["show", "referral", "\(referral.value)"],
                ["show", "point", "NOG"], ["show", "journal"],
                ["show", "journal", "\(adult.value)"], ["show", "journal", "--reads"],
                ["search", "-"],
                ["board", "--once"], ["sheet", "\(group.value)"],
                ["sheet", "\(group.value)", "--html"],
                ["officer", "list"], ["catalog", "list", "points"], ["doctor"], ["verify"],
                ["--paths"], ["--version"],
                ["match", "\(program.folder)/lista.csv"], ["person", "export", "\(adult.value)"],
                ["person", "export", "\(child.value)"], ["person", "requests"],
                ["retention", "plan"],
            ]
            return about + about.map { $0 + ["--json", "--lang", "en"] }
        }
    }

    /// Who asks at the gate stands in no answer of any command, to anybody.
    private static let visitor = "Visitaplantada"

    private static let list =
        "LAST NAME,FIRST NAME,DOB,SEX\nPLANTADOFIRSTSURNAME,PLANTADOGIVEN,05/06/1990,M\n"

    /// What each role's account is told by every command, with nothing in it that the role does not
    /// read.
    @Test(arguments: OfficerRole.allCases)
    func noCommandSaysWhatTheRoleDoesNotRead(_ role: OfficerRole) throws {
        let planted = try Planted()
        try SecrecyTests.list.write(
            toFile: "\(planted.program.folder)/lista.csv", atomically: true, encoding: .utf8)
        try planted.become(role)
        let reads = Permissions.classes(role)
        var said = ""
        for words in planted.sayings {
            let (out, err, code) = try planted.program.run(words, input: "plantado\n")
            #expect(code != 2 && code != 3, "\(words): \(err)")
            said += out + err
        }
        for (value, access) in planted.values where !reads.contains(access) {
            #expect(!said.localizedCaseInsensitiveContains(value), "\(role): \(value)")
        }
        #expect(!said.localizedCaseInsensitiveContains(SecrecyTests.visitor))
        // Whoever reads everything is told all of it: the values are there to be found.
        guard role == .lead else { return }
        for (value, _) in planted.values {
            #expect(said.localizedCaseInsensitiveContains(value), "\(value)")
        }
    }

    /// Beside the store, its log and its copies no file has a planted value, nor does what a screen
    /// tells the terminal besides what it draws: no title, no notification.
    @Test func onlyTheStoreHoldsPeople() throws {
        let planted = try Planted()
        let screen = try planted.program.start(["desk", "--point", "NOG", "--desk", "2"])
        #expect(screen.wait(for: "Plantado"))
        let limits = try String(contentsOfFile: "/proc/\(screen.process)/limits", encoding: .utf8)
        #expect(limits.contains(#/Max core file size +1 +1 /#))
        kill(screen.process, SIGSEGV)
        _ = screen.waitForEnd()
        let told = screen.output.components(separatedBy: "\u{1B}]").dropFirst().map {
            $0.prefix { $0 != "\u{7}" }
        }
        #expect(!told.isEmpty && told.allSatisfy { $0 == "2;Garita NOG" || $0 == "2;" }, "\(told)")
        let own = ["g.db", "g.db-wal", "g.db-shm"]
        let folder = URL(fileURLWithPath: planted.program.folder)
        let files = try #require(
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var looked = 0
        for case let file as URL in files {
            guard let data = try? Data(contentsOf: file) else { continue }
            let name = file.lastPathComponent
            let mode =
                try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
                as? Int
            #expect(mode == 0o600, "\(name)")
            guard !own.contains(name), !name.contains(".backup-") else { continue }
            looked += 1
            for needle in ["lantado", "LANTADO"] {
                #expect(data.range(of: Data(needle.utf8)) == nil, "\(name)")
            }
        }
        #expect(looked > 0)
    }

    /// Another process, of another role: nothing of what it may not do is done.
    @Test(arguments: [OfficerRole.beta, .liaison, .auditor, .health])
    func anotherProcessDoesNothingItsOfficerMayNot(_ role: OfficerRole) throws {
        let planted = try Planted()
        try planted.become(role)
        let before = try planted.store.figures().events
        let allowed = Permissions.commands(role)
        let lines = HostileInputTests.everyCommand.filter { !allowed.contains($0.0) }.map(\.1)
        #expect(lines.count > 10)
        let out = try planted.program.run(["send"], input: lines.joined(separator: "\n") + "\n").out
        let answers = out.split(separator: "\n")
        #expect(answers.count == lines.count)
        for (line, answer) in zip(lines, answers) {
            #expect(
                answer.contains(#""refusal":"notAllowed""#)
                    || answer.contains(#""refusal":"onlyLead""#), "\(line)")
        }
        let copy = "\(planted.program.folder)/copia.db"
        for words in [
            ["backup", copy], ["restore", copy, "--force"],
            ["person", "export", "\(planted.adult.value)"],
            ["person", "requests"], ["retention", "run"], ["officer", "add", "Otra Persona"],
            ["officer", "password", "Rosa Ramírez Luna", "--as", "Rosa Ramírez Luna"],
            ["catalog", "amend", "points", "NOG", "desks=9"], ["send", "--as", "Nadie Nunca"],
        ] { #expect(try planted.program.run(words).code != 0, "\(words)") }
        #expect(access(copy, F_OK) != 0)
        #expect(try planted.store.figures().events == before)
    }

    /// A copy in other hands: the program serves nobody who is not one of its officers, and shows
    /// nothing.
    @Test func aStolenCopyServesNobody() throws {
        let planted = try Planted()
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let thief = Program(folder)
        try planted.store.backup(to: "\(folder)/g.db")
        let raw = try Connection(path: "\(folder)/g.db", mode: .write)
        try raw.execute("PRAGMA journal_mode = DELETE; UPDATE officer SET account = 'otra-cuenta'")
        chmod("\(folder)/g.db", 0o400)
        for words in planted.sayings
        where !["catalog", "doctor", "verify", "--paths", "--version"].contains(words[0]) {
            let (out, err, code) = try thief.run(words, input: "plantado\n")
            #expect(code != 0 && out.isEmpty, "\(words): \(out)")
            #expect(!err.localizedCaseInsensitiveContains("plantado"))
        }
        let screen = try thief.start([])
        #expect(screen.waitForEnd() != 0)
        #expect(!screen.output.localizedCaseInsensitiveContains("plantado"))
    }

    /// Guessing through the program itself: the wait grows for the officer and for the terminal,
    /// across processes, the right password waits too, and nothing said tells what was wrong.
    @Test func guessingThroughTheProgramIsInVain() throws {
        let planted = try Planted()
        try planted.store.setPassword(
            Phrase(Array("una frase de prueba".utf8)), of: planted.lead, by: planted.lead,
            at: planted.now)
        let other = try planted.store.perform(
            .act(AddOfficer("Otra Persona Prueba", account: nil, roles: [.officer])),
            by: planted.lead,
            at: planted.now)
        let second = Identifier<Officer>(try #require(other.result["officer"]?.integer))
        try planted.store.setPassword(
            Phrase(Array("la frase de la otra".utf8)), of: second, by: second, at: planted.now)
        func attempt(_ name: String, _ phrase: String) throws -> (out: String, code: Int32) {
            let path = "\(planted.program.folder)/frase"
            try (phrase + "\n").write(toFile: path, atomically: true, encoding: .utf8)
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/bin/bash")
            shell.arguments = [
                "-c", "exec \"$0\" send --as \"$1\" --password-fd 3 3< \"$2\" 2>&1 < /dev/null",
                Program.path, name,
                path,
            ]
            shell.environment = planted.program.environment
            let output = Pipe()
            shell.standardOutput = output
            try shell.run()
            let out = String(
                decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            shell.waitUntilExit()
            return (out, shell.terminationStatus)
        }
        #expect(try attempt("Otra Persona Prueba", "la frase de la otra").code == 0)
        var said: Set<String> = []
        for guess in 1...6 {
            said.insert(try attempt("Otra Persona Prueba", "frase equivocada \(guess)").out)
        }
        said.insert(try attempt("Nadie Con Ese Nombre", "frase equivocada").out)
        // However slow the machine is, what has to be waited for is not over yet.
        try Connection(path: planted.store.path, mode: .write).execute(
            "UPDATE attempt SET failures = 12")
        let right = try attempt("Otra Persona Prueba", "la frase de la otra")
        said.insert(right.out)
        #expect(right.code == 1)
        #expect(said.count == 1)
        #expect(said.first?.contains("la frase") == false)
        let journal = try planted.program.run(["show", "journal", "--json"]).out
        #expect(!journal.contains("frase"))
    }
}

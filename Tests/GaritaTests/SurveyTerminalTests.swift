import Foundation
import Repatriation
import Store
import Support
import Terminal
import Testing

/// A survey at a real terminal, of somebody who left just now.
@Suite struct SurveyTerminalTests {
    /// Gives lines of `send`, one after another, and the answers.
    private func send(_ lines: [String], _ program: Program) throws -> [JSON] {
        let sent = try program.run(
            ["send", "--as", "Rosa Ramírez Luna"], input: lines.joined(separator: "\n") + "\n")
        #expect(sent.code == 0, "\(sent.err)")
        let reader = try JSONReader()
        return try sent.out.split(separator: "\n").map { line in
            #expect(line.contains("\"ok\":true"), "\(line)")
            return try #require(try reader.read(String(line)))
        }
    }

    /// Somebody who was interviewed, agreed to be called, and left.
    private func leave(_ program: Program) throws {
        let announced = try send(
            [
                #"{"do":"openShift","point":"NOG"}"#, #"{"do":"openDesk","point":"NOG","desk":1}"#,
                #"{"do":"announceGroup","point":"NOG","mode":"bus","authority":"ICE","count":1}"#,
            ], program)
        let group = try #require(announced.last?["group"]?.integer)
        let person =
            #"{"given":"Zenaida","firstSurname":"Inventada","sex":"M","birthDate":"1990-05-06"}"#
        let listed = try send(
            [#"{"do":"addToList","group":\#(group),"people":[\#(person)]}"#], program)
        let id = try #require(listed.first?["receptions"]?.elements?.first?.integer)
        var answers = completeAnswers
        (answers[.sex], answers[.contactConsent], answers[.contactPhone]) = (
            "M", "yes", "6315550101"
        )
        let told = JSON.object(
            Dictionary(
                answers.map { ($0.key.rawValue, JSON.string($0.value)) }, uniquingKeysWith: { $1 }))
        _ = try send(
            [
                #"{"do":"arrive","group":\#(group)}"#, #"{"do":"receive","reception":\#(id)}"#,
                #"{"do":"triage","reception":\#(id),"flags":[]}"#,
                #"{"do":"callNext","point":"NOG","desk":1}"#,
                #"{"do":"startInterview","reception":\#(id),"desk":1}"#,
                #"{"do":"saveProfile","reception":\#(id),"answers":\#(told.serialized)}"#,
                #"{"do":"release","reception":\#(id),"how":"ownMeans"}"#,
            ], program)
    }

    @Test func aSurveyIsTakenAtARealTerminal() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        try leave(program)
        let path = "\(program.folder)/prueba.json5"
        try SmallSurvey.text.replacingOccurrences(of: "desde: 1,", with: "desde: 0,")
            .write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try program.run(["survey", "add", path]).code == 0)
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.wait(for: "En espera"))
        screen.type("\u{1B}[20~")
        #expect(screen.wait(for: "Turno y ventanillas"))
        screen.type("y")
        #expect(screen.wait(for: "Zenaida"))
        screen.type("\r")
        #expect(screen.wait(for: "6315550101"))
        screen.type("s")
        #expect(screen.wait(for: "¿Tiene casa?"))
        screen.type("n12\r.\u{7}")
        #expect(screen.wait(for: "Encuesta guardada en parte. Faltan: 2."))
        screen.type("\u{1B}[21~\u{1B}[21~")
        #expect(screen.waitForEnd() >> 8 == 0)
        let report = try program.run([
            "report", "survey", "--survey", "prueba", "--from", "2020-01-01", "--to", "2150-12-31",
            "--json",
        ])
        for words in [
            #""inPart":1"#, #""code":"hijas","label":"hijas","n":1"#, #""declined":1"#,
        ] { #expect(report.out.contains(words), "\(words)") }
        #expect(try program.run(["verify"]).code == 0)
    }
}

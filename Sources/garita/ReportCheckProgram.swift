import Repatriation
import Store

/// `report check FILE`: whether somebody's sheet foots. It opens no store.
enum ReportCheckProgram {
    /// 0 where nothing was found, 1 where something was.
    static func run(_ arguments: Arguments) throws -> Int32 {
        guard arguments.rest.count == 2 else {
            throw UsageError(
                "Uso: garita report check ARCHIVO [--json].",
                "Usage: garita report check FILE [--json].")
        }
        let sheet = try read(arguments.rest[1])
        let findings = sheet.findings
        if arguments.isJSON {
            say(JSON.array(findings.map(\.json)).serialized)
        } else {
            for finding in findings { say(finding.sentence(arguments.language)) }
            say(SheetFinding.Rule.counts(findings)(arguments.language))
        }
        return findings.isEmpty ? 0 : 1
    }

    private static func read(_ path: String) throws -> EventSheet {
        guard let bytes = path == "-" ? StoreFiles.read(0) : StoreFiles.read(path) else {
            throw UsageError("No se puede leer el archivo.", "The file cannot be read.")
        }
        let text: [UInt8]
        do throws(HandoverList.Failure) { text = try ListFile.text(bytes) } catch {
            throw UsageError(error.sentence.es, error.sentence.en)
        }
        // Only two figures of a year are read by it.
        let today = CivilDate(daysSinceEpoch: now().seconds / 86_400)
        do throws(EventSheetFailure) {
            return try EventSheet(text, today: today, convert: CodePages.convert)
        } catch {
            throw UsageError(error.sentence.es, error.sentence.en)
        }
    }
}

import Repatriation
import Store

enum BenchProgram {
    static func run(_ arguments: Arguments) throws -> Int32 { 0 }
}

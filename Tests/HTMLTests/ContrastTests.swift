import HTML
import Testing

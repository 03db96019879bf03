# Completions of houston for PowerShell. At each TAB, they ask the program itself.
Register-ArgumentCompleter -Native -CommandName houston -ScriptBlock {
    param($replaced, $command, $cursor)
    $words = @()
    $current = '""'
    foreach ($element in $command.CommandElements | Select-Object -Skip 1) {
        $begin = $element.Extent.StartOffset
        if ($begin -ge $cursor) { break }
        $text = $element.Extent.Text
        if ($element.Extent.EndOffset -ge $cursor) {
            $current = $text.Substring(0, $cursor - $begin)
        } elseif ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
            $words += $element.Value
        } else {
            $words += $text
        }
    }
    if (-not $replaced) { $replaced = '""' }
    houston complete powershell $replaced @words $current 2>$null | ForEach-Object {
        $value, $about = $_ -split "`t", 2
        if (-not $about) { $about = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
    }
}

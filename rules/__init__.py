"""Rule data: YAML only, read through `auditor.model.ruledata`."""

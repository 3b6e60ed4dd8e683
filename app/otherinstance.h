#pragma once

#include "app/singleinstance.h"

#include <QDialog>

#include <memory>

namespace lanyard {

struct CommandLine;

/// A box, shown, that says that another instance is running but not responding, or may be running. With @p role
/// Abandoned it offers to start anyway, as its Ok button.
[[nodiscard]] std::unique_ptr<QDialog> boxOfOtherInstance(const SingleInstance &instance, SingleInstance::Role role);

/// Prints that the program was running already, and its window is shown.
void tellOfRunningInstance(const CommandLine &line);

} // namespace lanyard

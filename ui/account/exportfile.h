#pragma once

#include "core/base/secret.h"

#include <QString>

class QWidget;

namespace lanyard {

class MessageQueue;

/// A file that the user asked for.
struct ExportFile
{
    QString title;  ///< of the dialog that asks where to write it
    QString about;  ///< whose it is: becomes the first part of the proposed name
    QString ending; ///< the last part of the name: `-keys.ics`
    QString filter; ///< of the dialog
    Secret content; ///< may hold secrets
};

/// Asks where to write it, in front of @p parent, writes it for this user alone (mode 0600), and says in @p messages
/// how that went.
void exportFile(const ExportFile &file, MessageQueue &messages, QWidget &parent);

} // namespace lanyard

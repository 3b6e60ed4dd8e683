#pragma once

#include "core/base/messagequeue.h"
#include "core/workspace/saver.h"

#include <QCoreApplication>

namespace lanyard {

/// What is said about a save.
class SaveMessages
{
    Q_DECLARE_TR_FUNCTIONS(lanyard::SaveMessages)

public:
    /// Saved, but only a read has shown it.
    [[nodiscard]] static Message arrived(const SaveResult &result);
    /// Not everything was saved. @p again saves again.
    [[nodiscard]] static Message missing(const SaveResult &result, const std::function<void()> &again);
    /// The user cancelled it, perhaps after it @p wasSent.
    [[nodiscard]] static Message cancelled(bool wasSent, const std::function<void()> &again);
    /// The service refused the values: they are to be corrected.
    [[nodiscard]] static Message refused(const SaveResult &result);
    /// The sentence about a save that has failed.
    [[nodiscard]] static QString failed(const SaveResult &result);
    /// The settings with these @p labels were edited, and are gone.
    [[nodiscard]] static Message lost(const QStringList &labels);
    /// The place with this @p label can no longer be corrected. @p text is what was typed there; null: not to be shown.
    [[nodiscard]] static Message dropped(const QString &label, const QString &text);

private:
    [[nodiscard]] static QString unseen(const SaveResult &result);
};

} // namespace lanyard

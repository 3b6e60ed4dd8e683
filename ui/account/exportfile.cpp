#include "ui/account/exportfile.h"

#include "core/base/messagequeue.h"
#include "core/base/privatefile.h"
#include "core/base/text.h"
#include "ui/common/filedialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace lanyard {

namespace {

constexpr qsizetype AboutLength = 40;

class ExportText
{
    Q_DECLARE_TR_FUNCTIONS(ExportText)

public:
    static QString written(const QString &name, const QString &folder)
    {
        return tr("“%1” was written to the folder %2.").arg(name, folder);
    }
    static QString notWritten(const QString &name, const QString &folder, const QString &reason)
    {
        return tr("“%1” could not be written to the folder %2: %3").arg(name, folder, reason);
    }
};

// What is a name of a file everywhere.
QString fileName(const QString &about, const QString &ending)
{
    QString name;
    for (const QChar c : about.left(AboutLength)) {
        if (c.isLetterOrNumber())
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    return (name.isEmpty() ? QStringLiteral("lanyard") : name) + ending;
}

void write(const QString &path, const Secret &content, MessageQueue &messages)
{
    const QString name = quoted(QFileInfo(path).fileName());
    const QString folder = quoted(QDir::toNativeSeparators(QFileInfo(path).absolutePath()));
    const auto reason = writePrivateFile(path, content.expose());
    messages.show({.topic = Topic::Export,
                   .level = reason ? Message::Level::Error : Message::Level::Info,
                   .text = reason ? ExportText::notWritten(name, folder, *reason) : ExportText::written(name, folder),
                   .isAnswer = true});
}

} // namespace

void exportFile(const ExportFile &file, MessageQueue &messages, QWidget &parent)
{
    auto *dialog = newFileDialog(&parent, file.title, QStandardPaths::DocumentsLocation, file.filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QFileInfo(file.ending).suffix());
    dialog->selectFile(fileName(file.about, file.ending));
    QObject::connect(dialog, &QFileDialog::fileSelected, &messages,
                     [content = file.content, &messages](const QString &path) { write(path, content, messages); });
    dialog->open();
}

} // namespace lanyard

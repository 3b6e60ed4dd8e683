#include "ui/profile/pictureeditor.h"

#include "core/base/text.h"
#include "core/models/picture.h"
#include "ui/common/avatar.h"
#include "ui/common/filedialog.h"
#include "ui/look/icons.h"
#include "ui/look/plainlabel.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int PreviewSide = 96;

QString sizeText(QSize size, qint64 bytes)
{
    QLocale locale; // one kind of digits
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    // Each by itself: Arabic digits would be read from the right, across the commas and to the wrong unit.
    return u"%1 × %2, %3"_s.arg(quoted(locale.toString(size.width())), quoted(locale.toString(size.height())),
                                quoted(locale.formattedDataSize(bytes, 0)));
}

} // namespace

PictureFieldEditor::PictureFieldEditor(const UserField &, QWidget *parent)
    : FieldEditor(parent), m_avatar(new Avatar(PreviewSide)), m_size(new PlainLabel),
      m_choose(new QPushButton(tr("Choose picture…"))), m_paste(new QPushButton(tr("Paste picture"))),
      m_remove(new QPushButton(tr("Remove picture")))
{
    setAcceptDrops(true);
    m_choose->setIcon(icon("picture"_L1));
    m_paste->setIcon(icon("paste"_L1));
    m_remove->setIcon(icon("remove"_L1));
    m_size->setForegroundRole(QPalette::PlaceholderText);
    auto *right = new QVBoxLayout;
    right->setSpacing(4);
    for (QPushButton *button : {m_choose, m_paste, m_remove})
        right->addWidget(button, 0, Qt::AlignLeft);
    right->addWidget(m_size);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_avatar);
    layout->addLayout(right, 1);
    setFocusProxy(m_choose);
    connect(m_choose, &QPushButton::clicked, this, &PictureFieldEditor::choose);
    connect(m_paste, &QPushButton::clicked, this, &PictureFieldEditor::paste);
    connect(m_remove, &QPushButton::clicked, this, &PictureFieldEditor::remove);
}

void PictureFieldEditor::setValue(const QVariant &value)
{
    setNotice({});
    m_value = value.toString();
    const auto picture = decodePicture(m_value);
    m_avatar->setPicture(picture ? picture->image : QImage());
    m_remove->setEnabled(!m_value.isEmpty());
    if (picture)
        m_size->setText(sizeText(picture->size, m_value.size() * 3 / 4));
    else
        m_size->setText(m_value.isEmpty() ? tr("No picture") : tr("A picture that cannot be shown"));
}

void PictureFieldEditor::setReadOnly(const QString &)
{
    for (QPushButton *button : {m_choose, m_paste, m_remove})
        button->hide();
    setAcceptDrops(false);
}

void PictureFieldEditor::setEditable()
{
    for (QPushButton *button : {m_choose, m_paste, m_remove})
        button->show();
    setAcceptDrops(true);
}

QString PictureFieldEditor::notice() const
{
    return m_notice;
}

void PictureFieldEditor::dropNotice()
{
    setNotice({});
}

void PictureFieldEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasImage() || event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void PictureFieldEditor::dropEvent(QDropEvent *event)
{
    // Never a move: the other program would delete its file.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    if (!takeFrom(*event->mimeData()))
        setNotice(tr("Only a picture or a picture file can be dropped here."));
}

// A file manager offers the file, a viewer the picture. Local files only: a web address is never fetched.
bool PictureFieldEditor::takeFrom(const QMimeData &offered)
{
    const QList<QUrl> urls = offered.urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        openFile(urls.first().toLocalFile());
    else if (offered.hasImage())
        take(preparePicture(offered.imageData().value<QImage>()));
    else
        return false;
    return true;
}

void PictureFieldEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste) && m_paste->isVisible())
        paste();
    else
        FieldEditor::keyPressEvent(event);
}

void PictureFieldEditor::choose()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto *dialog = newFileDialog(this, tr("Choose picture"), folder,
                                 tr("Pictures (%1)").arg(u"*.png *.jpg *.jpeg *.webp *.bmp *.gif"_s));
    connect(dialog, &QFileDialog::fileSelected, this, &PictureFieldEditor::openFile);
    dialog->open();
}

void PictureFieldEditor::paste()
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData(QClipboard::Clipboard);
    if (!clipboard || !takeFrom(*clipboard))
        setNotice(tr("There is no picture on the clipboard."));
}

void PictureFieldEditor::remove()
{
    setValue(QString());
    Q_EMIT edited(QString());
}

void PictureFieldEditor::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return setNotice(tr("This file cannot be opened."));
    const auto picture = preparePicture(file);
    if (picture)
        take(picture);
    else
        setNotice(pictureRefusal(file));
}

void PictureFieldEditor::take(const std::optional<PreparedPicture> &picture)
{
    if (!picture)
        return setNotice(tr("This picture cannot be used. Choose a PNG or JPEG file."));
    setValue(picture->base64);
    Q_EMIT edited(picture->base64);
}

void PictureFieldEditor::setNotice(const QString &notice)
{
    if (std::exchange(m_notice, notice) != notice)
        Q_EMIT messageChanged();
}

} // namespace lanyard

#include "moc_pictureeditor.cpp"

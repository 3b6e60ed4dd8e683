// The floor of a start: a bare Qt Widgets window, linked like the program. With an argument, one line of text stands in
// it: the fonts that this takes are no choice of the program's.
#include <QApplication>
#include <QLabel>
#include <QMainWindow>

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    if (argc > 1)
        window.setCentralWidget(new QLabel(QString::fromLocal8Bit(argv[1])));
    window.resize(800, 600);
    window.show();
    return QApplication::exec();
}
